/**
 * How a verdict travels between Defender and Sentinel, with its losses: a determination has no place in Sentinel, and
 * "incorrect alert logic" none in Defender.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelClassification, SentinelClassificationReason } from '@/lib/wire/sentinel/incident';

type GraphClassification = NonNullable<GraphIncident['classification']>;
export type SentinelVerdict = {
  classification: SentinelClassification | null;
  classificationReason: SentinelClassificationReason | null;
};

const undetermined: SentinelVerdict = { classification: 'Undetermined', classificationReason: null };

const toSentinel: Record<GraphClassification, SentinelVerdict> = {
  truePositive: { classification: 'TruePositive', classificationReason: 'SuspiciousActivity' },
  falsePositive: { classification: 'FalsePositive', classificationReason: 'InaccurateData' },
  informationalExpectedActivity: { classification: 'BenignPositive', classificationReason: 'SuspiciousButExpected' },
  unknown: undetermined,
  unknownFutureValue: undetermined,
};

const toGraph: Record<SentinelClassification, GraphClassification> = {
  TruePositive: 'truePositive',
  FalsePositive: 'falsePositive',
  BenignPositive: 'informationalExpectedActivity',
  Undetermined: 'unknown',
};

/** An open incident that nobody has judged says nothing; a closed one says Undetermined. */
export function sentinelVerdict(classification: GraphIncident['classification'], closed: boolean): SentinelVerdict {
  const known = classification ? toSentinel[classification] : undetermined;
  return known === undetermined && !closed ? { classification: null, classificationReason: null } : known;
}

export function graphClassification(classification: SentinelClassification | null): GraphClassification {
  return classification === null ? 'unknown' : toGraph[classification];
}
