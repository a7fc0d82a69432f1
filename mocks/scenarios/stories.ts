/**
 * All incidents the tenant starts with, each with the story behind it. A pure function of seed, company and clock.
 */
import { createRandom } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import { challenge50 } from '@/mocks/scenarios/challenge-50';
import {
  alertsOf,
  createdAtOf,
  graphIncidentOf,
  sentinelCommentsOf,
  sentinelIncidentOf,
} from '@/mocks/scenarios/kernel/incident';
import { merged } from '@/mocks/scenarios/kernel/rows';
import type { Outcome, StoryIncident, Telling } from '@/mocks/scenarios/kernel/story';
import { minute } from '@/mocks/scenarios/kernel/time';

export type StoriesOptions = {
  readonly seed: number;
  readonly company: Company;
  /** The tenant's clock when it starts. */
  readonly now: Date;
  /** How many incidents in all, the main story included. */
  readonly incidents: number;
};

/** The incident of the main story, by Defender's id. */
export const mainIncidentId = '12345';

export function stories({ seed, company, now }: StoriesOptions): StoryIncident[] {
  const nowMs = now.getTime();
  const telling = challenge50.tell({
    company,
    random: createRandom(seed, 'story/challenge-50'),
    startAt: nowMs - 95 * minute,
    now: nowMs,
  });
  const outcome: Outcome = {
    status: 'active',
    assignee: null,
    verdict: null,
    severity: telling.severity,
    updatedAt: nowMs - 5 * minute,
    comments: [],
    redirectedTo: null,
  };
  return [
    storyIncidentOf(company, 'challenge-50', telling, outcome, { defenderId: mainIncidentId, sentinelNumber: 12_297 }),
  ];
}

function storyIncidentOf(
  company: Company,
  story: string,
  telling: Telling,
  outcome: Outcome,
  numbers: { defenderId: string | null; sentinelNumber: number | null },
): StoryIncident {
  const { defenderId, sentinelNumber } = numbers;
  const createdAt = createdAtOf(telling, outcome.updatedAt);
  const sentinel =
    sentinelNumber === null
      ? null
      : sentinelIncidentOf(telling, outcome, company, { defenderId, sentinelNumber, createdAt });
  return {
    story,
    graph: defenderId === null ? null : graphIncidentOf(telling, outcome, defenderId, createdAt),
    sentinel,
    sentinelComments: sentinel === null ? [] : sentinelCommentsOf(outcome, company, sentinel),
    alerts: alertsOf(telling, outcome, defenderId),
    steps: telling.steps,
    rows: () => merged(telling.steps.flatMap((step) => step.rows())),
  };
}
