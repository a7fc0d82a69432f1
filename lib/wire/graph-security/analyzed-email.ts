/**
 * Mail as Defender for Office 365 analysed it, and what can be done to it: /security/collaboration/analyzedEmails.
 * https://learn.microsoft.com/graph/api/resources/security-analyzedemail
 */
import { z } from 'zod';
import { optionalDateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import {
  graphDeliveryAction,
  graphDeliveryLocation,
  graphDirectionality,
  graphRemediationAction,
  graphRemediationSeverity,
  graphThreatType,
  graphTimelineEventType,
  graphTimelineSource,
} from '@/lib/wire/graph-security/analyzed-email-enums';
import { openObject } from '@/lib/wire/open-object';

const delivery = openObject({
  action: graphDeliveryAction.nullish(),
  latestThreats: optionalText,
  location: graphDeliveryLocation.nullish(),
  originalThreats: optionalText,
});

const namedRule = openObject({ name: optionalText, ruleId: optionalText });

/** Detonation results are left as they come: nothing here reads them. */
const detonation = z.record(z.string(), z.unknown()).nullish();

const timelineEvent = openObject({
  eventDateTime: optionalDateTime,
  eventDetails: optionalText,
  eventResult: optionalText,
  eventSource: graphTimelineSource.nullish(),
  eventThreats: optionalTexts,
  eventType: graphTimelineEventType.nullish(),
});
export type GraphTimelineEvent = z.infer<typeof timelineEvent>;

/** `microsoft.graph.security.analyzedEmail`: a mail as it came to one recipient (`recipientEmailAddress`). */
export const graphAnalyzedEmail = openObject({
  '@odata.type': z.string().optional(),
  id: z.string(),
  alertIds: optionalTexts,
  attachments: z
    .array(
      openObject({
        detonationDetails: detonation,
        fileExtension: optionalText,
        fileName: optionalText,
        /** Bytes. */
        fileSize: optionalNumber,
        fileType: optionalText,
        malwareFamily: optionalText,
        sha256: optionalText,
        tenantAllowBlockListDetailInfo: optionalText,
        threatType: graphThreatType.nullish(),
      }),
    )
    .nullish(),
  authenticationDetails: openObject({
    compositeAuthentication: optionalText,
    dkim: optionalText,
    dmarc: optionalText,
    senderPolicyFramework: optionalText,
  }).nullish(),
  bulkComplaintLevel: optionalText,
  clientType: optionalText,
  contexts: optionalTexts,
  detectionMethods: optionalTexts,
  directionality: graphDirectionality.nullish(),
  distributionList: optionalText,
  dlpRules: z.array(namedRule).nullish(),
  emailClusterId: optionalText,
  exchangeTransportRules: z.array(namedRule).nullish(),
  forwardingDetail: optionalText,
  inboundConnectorFormattedName: optionalText,
  internetMessageId: optionalText,
  language: optionalText,
  latestDelivery: delivery.nullish(),
  loggedDateTime: optionalDateTime,
  networkMessageId: optionalText,
  originalDelivery: delivery.nullish(),
  overrideSources: optionalTexts,
  phishConfidenceLevel: optionalText,
  policy: optionalText,
  policyAction: optionalText,
  policyType: optionalText,
  primaryOverrideSource: optionalText,
  recipientDetail: openObject({ ccRecipients: optionalTexts, domainName: optionalText }).nullish(),
  recipientEmailAddress: optionalText,
  returnPath: optionalText,
  senderDetail: openObject({
    displayName: optionalText,
    domainCreationDateTime: optionalDateTime,
    domainName: optionalText,
    domainOwner: optionalText,
    fromAddress: optionalText,
    ipv4: optionalText,
    location: optionalText,
    mailFromAddress: optionalText,
    mailFromDomainName: optionalText,
  }).nullish(),
  sizeInBytes: optionalNumber,
  spamConfidenceLevel: optionalText,
  subject: optionalText,
  threatDetectionDetails: z
    .array(
      openObject({ confidenceLevel: optionalText, priorityAccountProtection: optionalText, threats: optionalText }),
    )
    .nullish(),
  threatTypes: z.array(graphThreatType).nullish(),
  timelineEvents: z.array(timelineEvent).nullish(),
  urls: z
    .array(
      openObject({
        detectionMethod: optionalText,
        detonationDetails: detonation,
        tenantAllowBlockListDetailInfo: optionalText,
        threatType: graphThreatType.nullish(),
        url: optionalText,
      }),
    )
    .nullish(),
});
export type GraphAnalyzedEmail = z.infer<typeof graphAnalyzedEmail>;

/**
 * A page of GET analyzedEmails. https://learn.microsoft.com/graph/api/security-collaborationroot-list-analyzedemails
 */
export const graphAnalyzedEmailList = openObject({
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(graphAnalyzedEmail),
});

/** POST …/remediate: 202, no body, and a `Location` in the action centre. Microsoft's own example sends a text for the flag. */
export const graphRemediateRequest = openObject({
  displayName: z.string(),
  description: optionalText,
  severity: graphRemediationSeverity,
  action: graphRemediationAction,
  remediateSendersCopy: z.union([z.boolean(), z.enum(['true', 'false'])]).nullish(),
  analyzedEmails: z.array(openObject({ networkMessageId: z.string(), recipientEmailAddress: z.string() })),
});
export type GraphRemediateRequest = z.infer<typeof graphRemediateRequest>;
