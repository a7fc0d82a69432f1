/** Templates of analytics rules: what Microsoft's content hub offers, read-only. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalDateTime, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { sentinelFilteredProducts } from '@/lib/wire/sentinel/alert-rule';
import {
  sentinelAttackTactics,
  sentinelQueryRuleShape,
  sentinelRuleSeverities,
  sentinelScheduleShape,
} from '@/lib/wire/sentinel/alert-rule-parts';
import { armList, armResource } from '@/lib/wire/sentinel/arm';

/** `TemplateStatus`. `Installed`: a rule was made from it, and it makes no second one. */
export const sentinelTemplateStatuses = ['Installed', 'Available', 'NotAvailable'] as const;

const common = {
  alertRulesCreatedByTemplateCount: z.number().nullish(),
  createdDateUTC: optionalDateTime,
  lastUpdatedDateUTC: optionalDateTime,
  description: optionalText,
  displayName: z.string(),
  requiredDataConnectors: z.array(openObject({ connectorId: optionalText, dataTypes: optionalTexts })).nullish(),
  status: closedEnum(sentinelTemplateStatuses).nullish(),
};
const queried = { ...common, ...sentinelQueryRuleShape, version: optionalText };

/** https://learn.microsoft.com/rest/api/securityinsights/alert-rule-templates */
export const sentinelAlertRuleTemplate = z.discriminatedUnion('kind', [
  openObject({
    ...armResource,
    kind: z.literal('Scheduled'),
    properties: openObject({ ...queried, ...sentinelScheduleShape }),
  }),
  openObject({ ...armResource, kind: z.literal('NRT'), properties: openObject(queried) }),
  openObject({
    ...armResource,
    kind: z.literal('Fusion'),
    properties: openObject({
      ...common,
      severity: closedEnum(sentinelRuleSeverities),
      tactics: z.array(closedEnum(sentinelAttackTactics)).nullish(),
      techniques: optionalTexts,
    }),
  }),
  openObject({
    ...armResource,
    kind: z.literal('MicrosoftSecurityIncidentCreation'),
    properties: openObject({
      ...common,
      productFilter: closedEnum(sentinelFilteredProducts),
      severitiesFilter: z.array(closedEnum(sentinelRuleSeverities)).nullish(),
      displayNamesFilter: optionalTexts,
      displayNamesExcludeFilter: optionalTexts,
    }),
  }),
]);
export type SentinelAlertRuleTemplate = z.infer<typeof sentinelAlertRuleTemplate>;

/** A page of `AlertRuleTemplates_List`. */
export const sentinelAlertRuleTemplateList = armList(sentinelAlertRuleTemplate);
