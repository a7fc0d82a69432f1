/** The enumerations of analysed mail: `microsoft.graph.security`, v1.0, members in the order of the CSDL. */
import { evolvableEnum } from '@/lib/wire/enum-member';

export const graphDeliveryActions = [
  'unknown',
  'deliveredToJunk',
  'delivered',
  'blocked',
  'replaced',
  'unknownFutureValue',
] as const;
export type GraphDeliveryAction = (typeof graphDeliveryActions)[number];

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

export const graphDirectionalities = ['unknown', 'inbound', 'outbound', 'intraOrg', 'unknownFutureValue'] as const;
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

export const graphRemediationSeverities = ['low', 'medium', 'high', 'unknownFutureValue'] as const;
export const graphTimelineSources = ['system', 'admin', 'user', 'unknownFutureValue'] as const;
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

export const graphDeliveryAction = evolvableEnum(graphDeliveryActions);
export const graphDeliveryLocation = evolvableEnum(graphDeliveryLocations);
export const graphDirectionality = evolvableEnum(graphDirectionalities);
export const graphThreatType = evolvableEnum(graphThreatTypes);
export const graphRemediationAction = evolvableEnum(graphRemediationActions);
export const graphRemediationSeverity = evolvableEnum(graphRemediationSeverities);
export const graphTimelineSource = evolvableEnum(graphTimelineSources);
export const graphTimelineEventType = evolvableEnum(graphTimelineEventTypes);
