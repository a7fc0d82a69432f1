/** Why alerts belong together, as the caller of `mergeIncidents` and `moveAlerts` says it. */
import { z } from 'zod';

/** `microsoft.graph.security.correlationReason`, a flags enum, members in the order of the CSDL. */
export const graphCorrelationReasons = [
  'repeatedAlertOccurrence',
  'sameGeography',
  'similarArtifacts',
  'sameTargetedAsset',
  'sameNetworkSegment',
  'eventSequence',
  'timeFrame',
  'sameThreatSource',
  'similarTTPsOrBehavior',
  'sameActor',
  'sameCampaign',
  'sharedIndicators',
  'sameAsset',
  'networkProximity',
  'eventCasualSequence',
  'temporalProximity',
  'lateralMovementPath',
  'unknownFutureValue',
] as const;
export type GraphCorrelationReason = (typeof graphCorrelationReasons)[number];

const byLowerCase = new Map(graphCorrelationReasons.map((reason) => [reason.toLowerCase(), reason]));

/** The flags as they travel: one text, its members parted by commas (`sameCampaign, sameActor`). */
export const graphCorrelationFlags = z.string().transform((text, context): GraphCorrelationReason[] => {
  const names = text.split(',').map((name) => name.trim());
  const reasons = names.flatMap((name) => byLowerCase.get(name.toLowerCase()) ?? []);
  if (reasons.length === names.length) return [...new Set(reasons)];
  context.addIssue({ code: 'custom', message: `expected any of ${graphCorrelationReasons.join(', ')}` });
  return z.NEVER;
});
