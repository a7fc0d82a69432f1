/**
 * Which incidents there are and when: a few pinned ones every tenant has, and as many variations as asked for, spread
 * over thirty days with more of them today.
 */
import { createRandom, weigh } from '@/lib/base/random';
import { aitmBec } from '@/mocks/scenarios/aitm-bec';
import { mailCampaign, scannerStorm } from '@/mocks/scenarios/alert-floods';
import { byHand } from '@/mocks/scenarios/by-hand';
import { challenge50 } from '@/mocks/scenarios/challenge-50';
import { dlpShare } from '@/mocks/scenarios/dlp-share';
import { endpointMalware } from '@/mocks/scenarios/endpoint-malware';
import { firewallToEndpoint } from '@/mocks/scenarios/firewall-to-endpoint';
import { endlessTitle, hostileTitle } from '@/mocks/scenarios/hostile-title';
import { impossibleTravel } from '@/mocks/scenarios/impossible-travel';
import { insiderExfiltration } from '@/mocks/scenarios/insider-exfiltration';
import type { Outcome, Story } from '@/mocks/scenarios/kernel/story';
import { day, hour, minute } from '@/mocks/scenarios/kernel/time';
import { mailPhishing } from '@/mocks/scenarios/mail-phishing';
import { alertStorm, noisyRule } from '@/mocks/scenarios/noisy-rule';
import { oauthConsent } from '@/mocks/scenarios/oauth-consent';
import { passwordSpray } from '@/mocks/scenarios/password-spray';
import { ransomwarePrecursor } from '@/mocks/scenarios/ransomware-precursor';
import { storageAnomaly } from '@/mocks/scenarios/storage-anomaly';
import { threatIntelC2 } from '@/mocks/scenarios/threat-intel-c2';
import { wmiLateralMovement } from '@/mocks/scenarios/wmi-lateral-movement';

export const allStories: readonly Story[] = [
  challenge50,
  alertStorm,
  aitmBec,
  mailCampaign,
  scannerStorm,
  threatIntelC2,
  hostileTitle,
  endlessTitle,
  byHand,
  dlpShare,
  endpointMalware,
  firewallToEndpoint,
  impossibleTravel,
  insiderExfiltration,
  mailPhishing,
  noisyRule,
  oauthConsent,
  passwordSpray,
  ransomwarePrecursor,
  storageAnomaly,
  wmiLateralMovement,
];

export type PlannedIncident = {
  /** Seeds the draws; stable when other incidents come or go. */
  readonly key: string;
  readonly story: Story;
  readonly startAt: number;
  /** What is settled about its fate; the rest is drawn. */
  readonly fate?: Partial<Pick<Outcome, 'status' | 'assignee' | 'verdict'>>;
  /** Merged into the incident of that key, which took its alerts. */
  readonly mergedInto?: string;
  /** Too young for Sentinel's copy. */
  readonly unsynced?: true;
};

export const mainKey = 'challenge-50';

const open = { status: 'active', assignee: null, verdict: null } as const;
const maya = 'maya.chen@contoso.com';

/** The incidents every tenant has. Minutes before now. */
function pinned(now: number): PlannedIncident[] {
  const ago = (ms: number) => now - ms;
  return [
    { key: mainKey, story: challenge50, startAt: ago(95 * minute), fate: open },
    {
      key: 'wmi',
      story: wmiLateralMovement,
      startAt: ago(5 * hour),
      fate: { ...open, status: 'inProgress', assignee: maya },
    },
    { key: 'multi-source', story: firewallToEndpoint, startAt: ago(3 * hour), fate: open },
    {
      key: 'ransomware',
      story: ransomwarePrecursor,
      startAt: ago(26 * hour),
      fate: { ...open, status: 'inProgress', assignee: maya },
    },
    { key: 'storm', story: alertStorm, startAt: ago(9 * hour), fate: open },
    { key: 'hostile', story: hostileTitle, startAt: ago(4 * hour), fate: open },
    { key: 'endless', story: endlessTitle, startAt: ago(7 * hour), fate: open },
    { key: 'false-positive', story: noisyRule, startAt: ago(2 * day), fate: { status: 'resolved', assignee: maya } },
    {
      key: 'spray-kept',
      story: passwordSpray,
      startAt: ago(30 * hour),
      fate: { ...open, status: 'inProgress', assignee: maya },
    },
    { key: 'spray-merged', story: passwordSpray, startAt: ago(29 * hour), mergedInto: 'spray-kept' },
    { key: 'insider', story: insiderExfiltration, startAt: ago(20 * hour), fate: open },
    { key: 'by-hand-1', story: byHand, startAt: ago(6 * hour), fate: open },
    { key: 'by-hand-2', story: byHand, startAt: ago(3 * day) },
    { key: 'by-hand-3', story: byHand, startAt: ago(8 * day) },
    { key: 'unsynced-1', story: mailPhishing, startAt: ago(8 * minute), fate: open, unsynced: true },
    { key: 'unsynced-2', story: endpointMalware, startAt: ago(4 * minute), fate: open, unsynced: true },
  ];
}

/** Larger stories, for tenants large enough that they are not most of it. Days old: the queue's first rows stay. */
function pinnedWithRoom(now: number): PlannedIncident[] {
  const ago = (ms: number) => now - ms;
  const taken = { ...open, status: 'inProgress', assignee: maya } as const;
  return [
    { key: 'aitm', story: aitmBec, startAt: ago(3 * day + 2 * hour), fate: taken },
    { key: 'threat-intel', story: threatIntelC2, startAt: ago(4 * day + 5 * hour), fate: open },
    { key: 'campaign', story: mailCampaign, startAt: ago(5 * day), fate: taken },
    { key: 'scanner', story: scannerStorm, startAt: ago(6 * day + 9 * hour), fate: open },
  ];
}
const roomFor = 100;

const variations = weigh(allStories.filter((story) => story.weight > 0).map((story) => [story, story.weight] as const));

/** Eighteen percent within the last day, the rest evenly over the thirty days before. All over by now. */
function startOf(now: number, draw: number, within: number): number {
  const finished = now - 45 * minute;
  if (draw < 0.15) return finished - Math.floor(within * 23 * hour);
  return finished - day - Math.floor(within * 28.9 * day);
}

export function plan(seed: number, now: number, incidents: number): PlannedIncident[] {
  const fixed = [...pinned(now), ...(incidents >= roomFor ? pinnedWithRoom(now) : [])].slice(0, Math.max(1, incidents));
  const count = Math.max(0, incidents - fixed.length);
  return [
    ...fixed,
    ...Array.from({ length: count }, (_, index): PlannedIncident => {
      const random = createRandom(seed, `plan/${index}`);
      const story = random.draw(variations);
      return { key: `variation-${index}`, story, startAt: startOf(now, random.next(), random.next()) };
    }),
  ];
}
