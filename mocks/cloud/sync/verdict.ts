/**
 * How a verdict travels between Defender and Sentinel, with its losses: a determination has no place in Sentinel, and
 * "incorrect alert logic" none in Defender, where it arrives as a false positive for another reason.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelClassification, SentinelClassificationReason } from '@/lib/wire/sentinel/incident';

type GraphClassification = NonNullable<GraphIncident['classification']>;
type GraphDetermination = NonNullable<GraphIncident['determination']>;
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

/** What Sentinel says of an incident whose status Defender changed: its own words, as long as they mean the same. */
export function verdictAfterStatus(
  classification: GraphIncident['classification'],
  closed: boolean,
  current: SentinelVerdict,
): Partial<SentinelVerdict> {
  const said = classificationInGraph(current.classification);
  const same = current.classification !== null && said === (classification ?? 'unknown');
  if (same && (closed || said !== 'unknown')) return {};
  return sentinelVerdict(classification, closed);
}

const classificationInGraph = (classification: SentinelClassification | null): GraphClassification =>
  classification === null ? 'unknown' : toGraph[classification];

export function graphVerdict(
  classification: SentinelClassification | null,
  reason: SentinelClassificationReason | null,
): { classification: GraphClassification; determination: GraphDetermination } {
  return {
    classification: classificationInGraph(classification),
    determination: reason === 'IncorrectAlertLogic' ? 'other' : 'unknown',
  };
}
