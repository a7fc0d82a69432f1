/** An automation rule: what happens to an incident (or an alert) by itself, in which order, and for how long. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';
import {
  automationArrayCondition,
  automationConditionOperators,
  automationConditionProperties,
} from '@/lib/wire/sentinel/automation-property';
import {
  sentinelClassificationReasons,
  sentinelClassifications,
  sentinelIncidentSeverities,
  sentinelIncidentStatuses,
  sentinelLabel,
  sentinelOwner,
} from '@/lib/wire/sentinel/incident';

/** `triggersOn`. */
export const automationTriggers = ['Incidents', 'Alerts'] as const;

/** `triggersWhen`; alerts only know `Created`. */
export const automationMoments = ['Created', 'Updated'] as const;

const propertyCondition = openObject({
  conditionType: z.literal('Property'),
  conditionProperties: openObject({
    propertyName: closedEnum(automationConditionProperties),
    operator: closedEnum(automationConditionOperators),
    /** Any of them is enough; for the negative operators none may fit. */
    propertyValues: z.array(z.string()),
  }),
});
const changedCondition = openObject({
  conditionType: z.literal('PropertyChanged'),
  conditionProperties: openObject({
    propertyName: closedEnum(['IncidentSeverity', 'IncidentStatus', 'IncidentOwner']),
    /** Left out: changed in whatever way. */
    changeType: closedEnum(['ChangedFrom', 'ChangedTo']).nullish(),
    operator: closedEnum(automationConditionOperators).nullish(),
    propertyValues: z.array(z.string()).nullish(),
  }),
});
const arrayChangedCondition = openObject({
  conditionType: z.literal('PropertyArrayChanged'),
  conditionProperties: openObject({
    arrayType: closedEnum(['Alerts', 'Labels', 'Tactics', 'Comments']),
    changeType: closedEnum(['Added']),
  }),
});
const flatConditions = [propertyCondition, changedCondition, arrayChangedCondition, automationArrayCondition] as const;
const flatCondition = z.discriminatedUnion('conditionType', flatConditions);
/** Microsoft lets these nest once more. */
const innerBoolean = openObject({
  conditionType: z.literal('Boolean'),
  conditionProperties: openObject({ operator: closedEnum(['And', 'Or']), innerConditions: z.array(flatCondition) }),
});
const booleanCondition = openObject({
  conditionType: z.literal('Boolean'),
  conditionProperties: openObject({
    operator: closedEnum(['And', 'Or']),
    innerConditions: z.array(z.discriminatedUnion('conditionType', [...flatConditions, innerBoolean])),
  }),
});

/** `AutomationRuleCondition`, told apart by `conditionType`. */
export const sentinelAutomationCondition = z.discriminatedUnion('conditionType', [...flatConditions, booleanCondition]);
export type SentinelAutomationCondition = z.infer<typeof sentinelAutomationCondition>;

/** `AutomationRuleAction`, told apart by `actionType`; `order` counts within the rule. */
export const sentinelAutomationAction = z.discriminatedUnion('actionType', [
  openObject({
    order: z.number(),
    actionType: z.literal('ModifyProperties'),
    actionConfiguration: openObject({
      severity: closedEnum(sentinelIncidentSeverities).nullish(),
      status: closedEnum(sentinelIncidentStatuses).nullish(),
      classification: closedEnum(sentinelClassifications).nullish(),
      classificationReason: closedEnum(sentinelClassificationReasons).nullish(),
      classificationComment: optionalText,
      owner: sentinelOwner.nullish(),
      /** Added to those the incident has. */
      labels: z.array(sentinelLabel).nullish(),
    }),
  }),
  openObject({
    order: z.number(),
    actionType: z.literal('RunPlaybook'),
    actionConfiguration: openObject({ logicAppResourceId: z.string(), tenantId: optionalText }),
  }),
  openObject({
    order: z.number(),
    actionType: z.literal('AddIncidentTask'),
    actionConfiguration: openObject({ title: z.string(), description: optionalText }),
  }),
]);
export type SentinelAutomationAction = z.infer<typeof sentinelAutomationAction>;

const person = openObject({
  objectId: optionalText,
  email: optionalText,
  name: optionalText,
  userPrincipalName: optionalText,
});

const written = {
  /** At most 500 characters. */
  displayName: z.string(),
  /** 1 to 1000: lower ones run first. */
  order: z.number(),
  triggeringLogic: openObject({
    isEnabled: z.boolean(),
    expirationTimeUtc: optionalDateTime,
    triggersOn: closedEnum(automationTriggers),
    triggersWhen: closedEnum(automationMoments),
    /** All must hold; at most 50. */
    conditions: z.array(sentinelAutomationCondition).nullish(),
  }),
  /** At most 20, by their own order. */
  actions: z.array(sentinelAutomationAction),
};

/** What is written, and who wrote it when, which only the service says. */
export const sentinelAutomationRuleProperties = openObject({
  ...written,
  createdTimeUtc: optionalDateTime,
  lastModifiedTimeUtc: optionalDateTime,
  createdBy: person.nullish(),
  lastModifiedBy: person.nullish(),
});

/** https://learn.microsoft.com/rest/api/securityinsights/automation-rules */
export const sentinelAutomationRule = openObject({
  ...armResource,
  etag: armEtag,
  properties: sentinelAutomationRuleProperties,
});
export type SentinelAutomationRule = z.infer<typeof sentinelAutomationRule>;

/** A page of `AutomationRules_List`. */
export const sentinelAutomationRuleList = armList(sentinelAutomationRule);

/** The body of PUT automationRules/{name}: the whole rule. */
export const sentinelAutomationRuleRequest = openObject({ etag: armEtag, properties: openObject(written) });
export type SentinelAutomationRuleRequest = z.infer<typeof sentinelAutomationRuleRequest>;
