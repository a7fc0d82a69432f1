/** The enumerations of analysed mail: `microsoft.graph.security`, v1.0, members in the order of the CSDL. */
import { evolvableEnum } from '@/lib/wire/enum-member';

/** `deliveryAction`: what was done with the mail. */
export const graphDeliveryActions = [
  'unknown',
  'deliveredToJunk',
  'delivered',
  'blocked',
  'replaced',
  'unknownFutureValue',
] as const;
export type GraphDeliveryAction = (typeof graphDeliveryActions)[number];

/** `deliveryLocation`: where it lay afterwards. */
export const graphDeliveryLocations = [
  'unknown',
  'inbox_folder',
  'junkFolder',
  'deletedFolder',
  'quarantine',
  'onprem_external',
  'failed',
  'dropped',
  'others',
  'unknownFutureValue',
] as const;
export type GraphDeliveryLocation = (typeof graphDeliveryLocations)[number];

/** `antispamDirectionality`, seen from the tenant. */
export const graphDirectionalities = ['unknown', 'inbound', 'outbound', 'intraOrg', 'unknownFutureValue'] as const;

/** `threatType`. */
export const graphThreatTypes = ['unknown', 'spam', 'malware', 'phish', 'none', 'unknownFutureValue'] as const;
export type GraphThreatType = (typeof graphThreatTypes)[number];

/** `moveToQuarantine` is declared and "isn't currently supported". */
export const graphRemediationActions = [
  'moveToJunk',
  'moveToInbox',
  'hardDelete',
  'softDelete',
  'moveToDeletedItems',
  'unknownFutureValue',
  'moveToQuarantine',
] as const;
export type GraphRemediationAction = (typeof graphRemediationActions)[number];

/** `remediationSeverity`: how urgent whoever remediates calls it. */
export const graphRemediationSeverities = ['low', 'medium', 'high', 'unknownFutureValue'] as const;

/** `eventSource`: who did it to the mail. */
export const graphTimelineSources = ['system', 'admin', 'user', 'unknownFutureValue'] as const;

/** `timelineEventType`. `zap` is zero-hour auto purge, `air` automated investigation and response. */
export const graphTimelineEventTypes = [
  'originalDelivery',
  'systemTimeTravel',
  'dynamicDelivery',
  'userUrlClick',
  'reprocessed',
  'zap',
  'quarantineRelease',
  'air',
  'unknown',
  'unknownFutureValue',
] as const;

/** `action` of `originalDelivery` and `latestDelivery`. */
export const graphDeliveryAction = evolvableEnum(graphDeliveryActions);

/** `location` of `originalDelivery` and `latestDelivery`. */
export const graphDeliveryLocation = evolvableEnum(graphDeliveryLocations);

/** `analyzedEmail.directionality`. */
export const graphDirectionality = evolvableEnum(graphDirectionalities);

/** `analyzedEmail.threatTypes`, and `threatType` of its URLs and attachments. */
export const graphThreatType = evolvableEnum(graphThreatTypes);

/** `action` of a remediation. */
export const graphRemediationAction = evolvableEnum(graphRemediationActions);

/** `severity` of a remediation. */
export const graphRemediationSeverity = evolvableEnum(graphRemediationSeverities);

/** `eventSource` of a timeline event. */
export const graphTimelineSource = evolvableEnum(graphTimelineSources);

/** `eventType` of a timeline event. */
export const graphTimelineEventType = evolvableEnum(graphTimelineEventTypes);
