/** What became of an incident by now: the older, the more likely that somebody closed it. */
import type { Random } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { Outcome, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { day, hour, minute } from '@/mocks/scenarios/kernel/time';

type Odds = { readonly resolved: number; readonly inProgress: number };

function oddsAt(ageMs: number): Odds {
  if (ageMs < 3 * hour) return { resolved: 0.05, inProgress: 0.12 };
  if (ageMs < day) return { resolved: 0.3, inProgress: 0.22 };
  if (ageMs < 7 * day) return { resolved: 0.72, inProgress: 0.13 };
  return { resolved: 0.94, inProgress: 0.03 };
}

const remarks = [
  'Taking this one.',
  'Called the user, they did not do this.',
  'Same sender as last week, see the other incident.',
  'Waiting for the server owner.',
  'Device is offline since this morning, will check again at 14:00.',
  'No further activity in the last 24 h.',
  'Handing over to the night shift.',
] as const;

function commentsBy(
  random: Random,
  assignee: string,
  company: Company,
  from: number,
  until: number,
): Outcome['comments'] {
  const by = company.person(assignee).displayName;
  return Array.from({ length: random.int(3) }, () => ({
    by,
    at: from + Math.floor(random.next() * (until - from)),
    text: random.pick(remarks),
  })).sort((one, other) => one.at - other.at);
}

/** Draws the outcome of a variation of a story. */
export function outcomeOf(
  story: Story,
  telling: Telling,
  createdAt: number,
  scene: { random: Random; company: Company; now: number },
): Outcome {
  const { random, company, now } = scene;
  const age = now - createdAt;
  const odds = oddsAt(age);
  const draw = random.next();
  const status = draw < odds.resolved ? 'resolved' : draw < odds.resolved + odds.inProgress ? 'inProgress' : 'active';
  const assigned = status !== 'active' || random.chance(0.2);
  const assignee = assigned ? random.pick(company.soc).upn : null;
  const spent = status === 'active' ? random.int(30 * minute) : 20 * minute + random.int(30 * hour);
  const updatedAt = Math.min(createdAt + spent, now - 30_000 - random.int(Math.max(1, Math.min(age, 20 * minute))));
  return {
    status,
    assignee,
    verdict: status === 'resolved' ? random.pick(story.verdicts) : null,
    severity: telling.severity,
    updatedAt: Math.max(updatedAt, createdAt),
    comments: assignee === null ? [] : commentsBy(random, assignee, company, createdAt, Math.max(updatedAt, createdAt)),
    redirectedTo: null,
  };
}
