/**
 * Closing words on both sides. Defender has a classification and a determination, Sentinel a classification and a
 * reason, and Microsoft's own table between them loses something each way:
 * - Defender's determination never reaches Sentinel (any true positive becomes `SuspiciousActivity`);
 * - Sentinel's `IncorrectAlertLogic` has no Defender value (a false positive comes back as `InaccurateData`).
 * So only the classification can be compared between the two, and reasons are derived unless Sentinel alone knows the incident.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration#incident-classification
 */
import type { Verdict } from '@/lib/domain/incident/incident';
import type { GraphAlertClassification, GraphAlertDetermination } from '@/lib/wire/graph-security/enums';
import type { SentinelClassification, SentinelClassificationReason } from '@/lib/wire/sentinel/incident';

/** Ours for Graph's `classification` and Sentinel's. */
export type Classification = Verdict['classification'];

const graphClassifications = {
  unknown: 'undetermined',
  falsePositive: 'falsePositive',
  truePositive: 'truePositive',
  informationalExpectedActivity: 'benignPositive',
  unknownFutureValue: 'undetermined',
} as const satisfies Record<GraphAlertClassification, Classification>;

const sentinelClassifications = {
  Undetermined: 'undetermined',
  TruePositive: 'truePositive',
  BenignPositive: 'benignPositive',
  FalsePositive: 'falsePositive',
} as const satisfies Record<SentinelClassification, Classification>;

const toGraphClassification = {
  undetermined: 'unknown',
  truePositive: 'truePositive',
  falsePositive: 'falsePositive',
  benignPositive: 'informationalExpectedActivity',
} as const satisfies Record<Classification, GraphAlertClassification>;

const toSentinelClassification = {
  undetermined: 'Undetermined',
  truePositive: 'TruePositive',
  falsePositive: 'FalsePositive',
  benignPositive: 'BenignPositive',
} as const satisfies Record<Classification, SentinelClassification>;

/** What taking a verdict back asks for. */
export const noVerdict: Verdict = { classification: 'undetermined', determination: null, reason: null, comment: null };

/** The determinations that Defender's portal offers under each classification. Old incidents carry others. */
export const determinationsOf = {
  truePositive: [
    'multiStagedAttack',
    'maliciousUserActivity',
    'compromisedAccount',
    'malware',
    'phishing',
    'unwantedSoftware',
    'other',
  ],
  benignPositive: ['securityTesting', 'lineOfBusinessApplication', 'confirmedActivity', 'other'],
  falsePositive: ['notMalicious', 'notEnoughDataToValidate', 'other'],
  undetermined: [],
} as const satisfies Record<Classification, readonly GraphAlertDetermination[]>;

/** The reasons that Sentinel offers under each classification; the first is what Defender's choice becomes. */
export const reasonsOf = {
  truePositive: ['SuspiciousActivity'],
  benignPositive: ['SuspiciousButExpected'],
  falsePositive: ['InaccurateData', 'IncorrectAlertLogic'],
  undetermined: [],
} as const satisfies Record<Classification, readonly SentinelClassificationReason[]>;

/** Null when nothing was said at all. */
export function verdictFromGraph(
  classification: GraphAlertClassification | null | undefined,
  determination: GraphAlertDetermination | null | undefined,
  comment: string | null | undefined,
): Verdict | null {
  const ours = graphClassifications[classification ?? 'unknown'];
  const said = determination === null || determination === 'unknown' ? undefined : determination;
  if (ours === 'undetermined' && said === undefined) return null;
  return { classification: ours, determination: said ?? null, reason: null, comment: comment || null };
}

/** Null while nothing was said; an incident closed as `Undetermined` with a note keeps the note. */
export function verdictFromSentinel(
  classification: SentinelClassification | null | undefined,
  reason: SentinelClassificationReason | null | undefined,
  comment: string | null | undefined,
): Verdict | null {
  const ours = sentinelClassifications[classification ?? 'Undetermined'];
  if (ours === 'undetermined' && !comment) return null;
  return { classification: ours, determination: null, reason: reason ?? null, comment: comment || null };
}

function graphDeterminationOf(verdict: Verdict): GraphAlertDetermination {
  const offered: readonly GraphAlertDetermination[] = determinationsOf[verdict.classification];
  return offered.find((determination) => determination === verdict.determination) ?? 'unknown';
}

/** Determinations that the classification does not offer are dropped: Graph would answer 400. */
export function verdictToGraph(verdict: Verdict): {
  classification: GraphAlertClassification;
  determination: GraphAlertDetermination;
} {
  return {
    classification: toGraphClassification[verdict.classification],
    determination: graphDeterminationOf(verdict),
  };
}

/** The reason is the analyst's where Sentinel offers it, else the one that Microsoft's table derives. */
export function verdictToSentinel(verdict: Verdict): {
  classification: SentinelClassification;
  classificationReason: SentinelClassificationReason | null;
} {
  const offered: readonly SentinelClassificationReason[] = reasonsOf[verdict.classification];
  return {
    classification: toSentinelClassification[verdict.classification],
    classificationReason: offered.find((reason) => reason === verdict.reason) ?? offered[0] ?? null,
  };
}

/** Whether two verdicts say the same, as far as both systems can say it. Nothing said equals undetermined. */
export function sameVerdict(left: Verdict | null, right: Verdict | null): boolean {
  return (left?.classification ?? 'undetermined') === (right?.classification ?? 'undetermined');
}
