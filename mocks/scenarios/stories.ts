/**
 * All incidents the tenant starts with, each with the story behind it. A pure function of seed, company and clock:
 * two calls give the same incidents, and `rows()` gives the same rows whenever it is called.
 *
 * How it hangs together: plan.ts says which story happens when, a story tells it (steps, log rows, alerts), outcome.ts
 * draws what the analysts made of it, incident.ts writes both systems' copies.
 */
import { createRandom } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import {
  alertsOf,
  createdAtOf,
  graphIncidentOf,
  sentinelCommentsOf,
  sentinelIncidentOf,
  syncedAt,
} from '@/mocks/scenarios/kernel/incident';
import { numberIncidents } from '@/mocks/scenarios/kernel/numbers';
import { outcomeOf } from '@/mocks/scenarios/kernel/outcome';
import { merged } from '@/mocks/scenarios/kernel/rows';
import type { Outcome, StoryIncident, Telling } from '@/mocks/scenarios/kernel/story';
import { mainKey, type PlannedIncident, plan } from '@/mocks/scenarios/plan';

export type StoriesOptions = {
  readonly seed: number;
  readonly company: Company;
  /** The tenant's clock when it starts. */
  readonly now: Date;
  /** How many incidents in all, the main story included. */
  readonly incidents: number;
};

type Told = {
  readonly planned: PlannedIncident;
  readonly telling: Telling;
  readonly outcome: Outcome;
  readonly createdAt: number;
};

/** Of so few incidents each telling is held from the first to the second time. */
const mostHeld = 1_000;

/**
 * Oldest first, one at a time. Each is told twice, once to know its place among the others: telling is quick, and a
 * hundred thousand tellings are more than should be held at once.
 */
export function* stories({ seed, company, now, incidents }: StoriesOptions): Generator<StoryIncident> {
  const nowMs = now.getTime();
  const planned = plan(seed, nowMs, incidents);
  const held = new Map<PlannedIncident, Told>();
  const tellFirst = (one: PlannedIncident): Told => {
    const told = tell(seed, company, nowMs, one);
    if (planned.length <= mostHeld) held.set(one, told);
    return told;
  };
  const tellOne = (one: PlannedIncident): Told => {
    const told = held.get(one) ?? tell(seed, company, nowMs, one);
    held.delete(one);
    return told;
  };
  const placed = planned
    .map((one) => ({ one, createdAt: tellFirst(one).createdAt }))
    .sort((left, right) => left.createdAt - right.createdAt);
  const numbers = numberIncidents(
    placed.map(({ one, createdAt }) => ({
      key: one.key,
      createdAt,
      inDefender: one.story.home !== 'sentinel',
      inSentinel: one.unsynced !== true,
    })),
    mainKey,
  );
  const guests = guestsOf(planned);
  const settled = (one: PlannedIncident): Told => afterMerges(tellOne(one), (guests.get(one.key) ?? []).map(tellOne));
  for (const { one } of placed) {
    const rows = () => merged(settled(one).telling.steps.flatMap((step) => step.rows()));
    yield { ...storyIncident(company, nowMs, settled(one), numbers), rows };
  }
}

function tell(seed: number, company: Company, now: number, planned: PlannedIncident): Told {
  const random = createRandom(seed, `story/${planned.key}`);
  const telling = planned.story.tell({ company, random, startAt: planned.startAt, now });
  const createdAt = createdAtOf(telling, planned.startAt);
  const drawn = outcomeOf(planned.story, telling, createdAt, { random, company, now });
  const fate = planned.fate ?? {};
  const settled = { ...drawn, ...fate };
  // A fate that closes keeps the verdict drawn for a closed incident, or takes the story's first.
  const verdict = settled.status === 'resolved' ? (settled.verdict ?? planned.story.verdicts[0] ?? null) : null;
  const lastAlertAt = Math.max(
    createdAt,
    ...telling.alerts.map((alert) => Date.parse(alert.createdDateTime ?? '') || 0),
  );
  const comments = settled.assignee === drawn.assignee ? drawn.comments : [];
  return {
    planned,
    telling,
    createdAt,
    outcome: { ...settled, verdict, comments, updatedAt: Math.max(settled.updatedAt, lastAlertAt) },
  };
}

/** By the key of the incident that was kept: those that were merged into it. */
function guestsOf(planned: readonly PlannedIncident[]): Map<string, PlannedIncident[]> {
  const guests = new Map<string, PlannedIncident[]>();
  for (const one of planned) {
    if (one.mergedInto !== undefined) guests.set(one.mergedInto, [...(guests.get(one.mergedInto) ?? []), one]);
  }
  return guests;
}

/** Moves the alerts of merged incidents to the one that was kept, and closes what is left of a merged one. */
function afterMerges(entry: Told, guests: readonly Told[]): Told {
  if (entry.planned.mergedInto !== undefined) {
    const outcome: Outcome = { ...entry.outcome, status: 'redirected', verdict: null };
    return { ...entry, telling: { ...entry.telling, alerts: [], steps: [] }, outcome };
  }
  const alerts = [...entry.telling.alerts, ...guests.flatMap((guest) => guest.telling.alerts)];
  const steps = [...entry.telling.steps, ...guests.flatMap((guest) => guest.telling.steps)];
  return { ...entry, telling: { ...entry.telling, alerts, steps } };
}

function storyIncident(
  company: Company,
  now: number,
  entry: Told,
  numbers: ReturnType<typeof numberIncidents>,
): Omit<StoryIncident, 'rows'> {
  const { planned, telling, createdAt } = entry;
  const { defenderId, sentinelNumber } = numbers(planned.key);
  const redirectedTo = planned.mergedInto === undefined ? null : numbers(planned.mergedInto).defenderId;
  const outcome = { ...entry.outcome, redirectedTo };
  const synced = sentinelNumber !== null && (defenderId === null || syncedAt(createdAt, defenderId) <= now);
  const sentinel = synced
    ? sentinelIncidentOf(telling, outcome, company, { defenderId, sentinelNumber, createdAt })
    : null;
  return {
    story: planned.story.name,
    graph: defenderId === null ? null : graphIncidentOf(telling, outcome, defenderId, createdAt),
    sentinel,
    sentinelComments: sentinel === null ? [] : sentinelCommentsOf(outcome, company, sentinel),
    alerts: alertsOf(telling, outcome, defenderId),
    steps: telling.steps,
  };
}
