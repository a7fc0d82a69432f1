/**
 * A new attack for a tenant whose clock runs: one of the smaller stories, told so that its first alert is raised now.
 * A pure function of the seed and how many came before.
 */
import { createRandom, weigh } from '@/lib/base/random';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { Company } from '@/mocks/company/company';
import type { LogBatch } from '@/mocks/company/log-row';
import { dlpShare } from '@/mocks/scenarios/dlp-share';
import { endpointMalware } from '@/mocks/scenarios/endpoint-malware';
import { impossibleTravel } from '@/mocks/scenarios/impossible-travel';
import { alertsOf, graphIncidentOf } from '@/mocks/scenarios/kernel/incident';
import type { Outcome, Scene, Telling, Verdict } from '@/mocks/scenarios/kernel/story';
import { day, minute } from '@/mocks/scenarios/kernel/time';
import { mailPhishing } from '@/mocks/scenarios/mail-phishing';
import { noisyRule } from '@/mocks/scenarios/noisy-rule';
import { oauthConsent } from '@/mocks/scenarios/oauth-consent';
import { passwordSpray } from '@/mocks/scenarios/password-spray';
import { storageAnomaly } from '@/mocks/scenarios/storage-anomaly';
import type { ClockMs } from '@/mocks/store/clock';

/** Weights follow how often a SOC of this size sees such a thing. */
const repertoire = weigh([
  [mailPhishing, 8],
  [endpointMalware, 6],
  [noisyRule, 6],
  [impossibleTravel, 5],
  [dlpShare, 3],
  [passwordSpray, 2],
  [storageAnomaly, 2],
  [oauthConsent, 2],
]);

export type LiveStory = {
  graph: GraphIncident;
  /** What an analyst would conclude. */
  verdicts: readonly Verdict[];
  /** With the moment each is raised; the first is now. */
  alerts: { atMs: ClockMs; alert: GraphAlert }[];
  /** With the moment each happened: before now, or later. */
  steps: { atMs: ClockMs; rows: () => readonly LogBatch[] }[];
};

/** No story is longer than this. */
const longestStory = day;

export function liveStory(options: {
  seed: number;
  company: Company;
  nowMs: ClockMs;
  /** How many came before. */
  index: number;
  /** Defender's id for it. */
  id: string;
}): LiveStory {
  const { seed, company, nowMs, index, id } = options;
  const key = `live-story/${index}`;
  const story = createRandom(seed, `${key}/which`).draw(repertoire);
  const tellFrom = (startAt: number): Telling => {
    const scene: Scene = { company, random: createRandom(seed, key), startAt, now: startAt + longestStory };
    return story.tell(scene);
  };
  // Told once to see how long it takes until an alert is raised, and again so that this is now.
  const firstAlertAt = Math.min(...tellFrom(nowMs).alerts.map(raisedAt));
  const telling = tellFrom(nowMs - (firstAlertAt - nowMs));
  const outcome: Outcome = {
    status: 'active',
    assignee: null,
    verdict: null,
    severity: telling.severity,
    updatedAt: nowMs,
    comments: [],
    redirectedTo: null,
  };
  return {
    graph: graphIncidentOf(telling, outcome, id, nowMs),
    verdicts: story.verdicts,
    alerts: alertsOf(telling, outcome, id).map((alert) => ({ atMs: raisedAt(alert), alert })),
    steps: telling.steps.map((step) => ({ atMs: step.at, rows: step.rows })),
  };
}

const raisedAt = (alert: { createdDateTime?: string | null | undefined }): number =>
  Date.parse(alert.createdDateTime ?? '');

/** Between two and nine minutes until the next, by seed and count. */
export function pauseBefore(seed: number, index: number): number {
  return createRandom(seed, `live-story/${index}/pause`).between(2 * minute, 9 * minute);
}
