/**
 * An analytics rule, told apart by `kind`. `Scheduled`, `Fusion` and `MicrosoftSecurityIncidentCreation` are stable;
 * `NRT` comes from preview versions only.
 */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalDateTime, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { parseAs } from '@/lib/wire/parse-as';
import {
  sentinelAttackTactics,
  sentinelIncidentConfiguration,
  sentinelQueryRuleShape,
  sentinelRuleSeverities,
  sentinelScheduleShape,
} from '@/lib/wire/sentinel/alert-rule-parts';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** Those of `AlertRuleKind` whose properties are declared here. */
export const sentinelAlertRuleKinds = ['Scheduled', 'MicrosoftSecurityIncidentCreation', 'Fusion', 'NRT'] as const;

/** `MicrosoftSecurityProductName`, with names that the products have long lost. */
export const sentinelFilteredProducts = [
  'Microsoft Cloud App Security',
  'Azure Security Center',
  'Azure Advanced Threat Protection',
  'Azure Active Directory Identity Protection',
  'Azure Security Center for IoT',
] as const;

const common = {
  alertRuleTemplateName: optionalText,
  description: optionalText,
  enabled: z.boolean(),
  /** Read-only. */
  lastModifiedUtc: optionalDateTime,
};
const named = { displayName: z.string() };
const queried = {
  ...common,
  ...named,
  templateVersion: optionalText,
  ...sentinelQueryRuleShape,
  suppressionDuration: z.string(),
  suppressionEnabled: z.boolean(),
  incidentConfiguration: sentinelIncidentConfiguration.nullish(),
};

/** `kind: Scheduled`. `suppressionDuration` is ISO 8601. */
export const sentinelScheduledRuleProperties = openObject({ ...queried, ...sentinelScheduleShape });
export type SentinelScheduledRuleProperties = z.infer<typeof sentinelScheduledRuleProperties>;

/** `kind: NRT`: runs every minute, so it has no schedule and no threshold. */
export const sentinelNrtRuleProperties = openObject(queried);
export type SentinelNrtRuleProperties = z.infer<typeof sentinelNrtRuleProperties>;

/** `kind: Fusion`: Microsoft's own correlation; a PUT names its template and says whether it is on. */
export const sentinelFusionRuleProperties = openObject({
  ...common,
  alertRuleTemplateName: z.string(),
  /** Read-only, as are the next three. */
  displayName: optionalText,
  severity: closedEnum(sentinelRuleSeverities).nullish(),
  tactics: z.array(closedEnum(sentinelAttackTactics)).nullish(),
  techniques: optionalTexts,
});

/** `kind: MicrosoftSecurityIncidentCreation`: alerts of the product in `productFilter` become incidents. */
export const sentinelIncidentCreationRuleProperties = openObject({
  ...common,
  ...named,
  productFilter: closedEnum(sentinelFilteredProducts),
  severitiesFilter: z.array(closedEnum(sentinelRuleSeverities)).nullish(),
  displayNamesFilter: optionalTexts,
  displayNamesExcludeFilter: optionalTexts,
});

/** The body of PUT alertRules/{name}: the whole rule, with the stamp it was read with. */
export const sentinelAlertRuleRequest = z.discriminatedUnion('kind', [
  openObject({ etag: armEtag, kind: z.literal('Scheduled'), properties: sentinelScheduledRuleProperties }),
  openObject({ etag: armEtag, kind: z.literal('NRT'), properties: sentinelNrtRuleProperties }),
  openObject({ etag: armEtag, kind: z.literal('Fusion'), properties: sentinelFusionRuleProperties }),
  openObject({
    etag: armEtag,
    kind: z.literal('MicrosoftSecurityIncidentCreation'),
    properties: sentinelIncidentCreationRuleProperties,
  }),
]);
export type SentinelAlertRuleRequest = z.infer<typeof sentinelAlertRuleRequest>;

const resource = { ...armResource, etag: armEtag };
const knownRule = z.discriminatedUnion('kind', [
  openObject({ ...resource, kind: z.literal('Scheduled'), properties: sentinelScheduledRuleProperties }),
  openObject({ ...resource, kind: z.literal('NRT'), properties: sentinelNrtRuleProperties }),
  openObject({ ...resource, kind: z.literal('Fusion'), properties: sentinelFusionRuleProperties }),
  openObject({
    ...resource,
    kind: z.literal('MicrosoftSecurityIncidentCreation'),
    properties: sentinelIncidentCreationRuleProperties,
  }),
]);
type KnownRule = z.infer<typeof knownRule>;

/** Threat-intelligence and machine-learning rules, and kinds to come. */
export type OtherSentinelAlertRuleKind = string & { readonly __otherKind: never };
const otherRule = openObject({
  ...resource,
  kind: z.string().transform(asOtherKind),
  properties: z.looseObject({ displayName: optionalText, enabled: z.boolean().nullish() }),
});

/** Guaranteed by `sentinelAlertRule`: only kinds without declared properties come here. */
function asOtherKind(kind: string): OtherSentinelAlertRuleKind {
  return kind as OtherSentinelAlertRuleKind;
}

/** Told apart by `kind`; a kind without declared properties keeps what it came with. */
export type SentinelAlertRule = KnownRule | z.infer<typeof otherRule>;

const knownKinds = new Set<string>(sentinelAlertRuleKinds);

/** https://learn.microsoft.com/rest/api/securityinsights/alert-rules */
export const sentinelAlertRule = z.looseObject({ kind: z.string() }).transform((raw, context): SentinelAlertRule => {
  return parseAs<SentinelAlertRule>(knownKinds.has(raw.kind) ? knownRule : otherRule, raw, context);
});

/** A page of `AlertRules_List`. */
export const sentinelAlertRuleList = armList(sentinelAlertRule);
