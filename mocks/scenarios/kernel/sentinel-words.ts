/**
 * How Sentinel says what Defender says. The console has its own mapping and must not be checked against this one:
 * both are written from Microsoft's page.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
import type { SentinelIncidentProperties } from '@/lib/wire/sentinel/incident';
import type { Outcome, Telling, Verdict } from '@/mocks/scenarios/kernel/story';

export const sentinelSeverity = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
} as const satisfies Record<Telling['severity'], SentinelIncidentProperties['severity']>;

export const sentinelStatus = {
  active: 'New',
  awaitingAction: 'Active',
  inProgress: 'Active',
  resolved: 'Closed',
  redirected: 'Closed',
} as const satisfies Record<Outcome['status'], SentinelIncidentProperties['status']>;

type SentinelVerdict = Pick<
  SentinelIncidentProperties,
  'classification' | 'classificationReason' | 'classificationComment'
>;

const words = {
  truePositive: { classification: 'TruePositive', classificationReason: 'SuspiciousActivity' },
  falsePositive: { classification: 'FalsePositive', classificationReason: 'InaccurateData' },
  informationalExpectedActivity: { classification: 'BenignPositive', classificationReason: 'SuspiciousButExpected' },
  unknown: { classification: 'Undetermined' },
} as const satisfies Record<Verdict['classification'], SentinelVerdict>;

/** A closed incident's classification; without a verdict it is Undetermined. */
export function sentinelVerdict(verdict: Verdict | null): SentinelVerdict {
  if (verdict === null) return { classification: 'Undetermined' };
  return { ...words[verdict.classification], classificationComment: verdict.note };
}
