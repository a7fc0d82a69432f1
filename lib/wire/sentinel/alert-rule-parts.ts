/** The parts that analytics rules and their templates are made of, with the specification's names and order. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `AlertSeverity`, the gravest first. */
export const sentinelRuleSeverities = ['High', 'Medium', 'Low', 'Informational'] as const;

/** `TriggerOperator`: how the number of rows is compared with `triggerThreshold`. */
export const sentinelTriggerOperators = ['GreaterThan', 'LessThan', 'Equal', 'NotEqual'] as const;

/** `EventGroupingAggregationKind`: one alert for all rows of a run, or one for each. */
export const sentinelAggregationKinds = ['SingleAlert', 'AlertPerResult'] as const;

/** `MatchingMethod`: what alerts must share to share an incident; `Selected` names it. */
export const sentinelMatchingMethods = ['AllEntities', 'AnyAlert', 'Selected'] as const;

/** `AlertDetail`: what `Selected` can match by besides entities and custom details. */
export const sentinelGroupingDetails = ['DisplayName', 'Severity'] as const;

/** `AttackTactic`: ATT&CK's tactics in the order of an attack, then those that stand apart. */
export const sentinelAttackTactics = [
  'Reconnaissance',
  'ResourceDevelopment',
  'InitialAccess',
  'Execution',
  'Persistence',
  'PrivilegeEscalation',
  'DefenseEvasion',
  'CredentialAccess',
  'Discovery',
  'LateralMovement',
  'Collection',
  'Exfiltration',
  'CommandAndControl',
  'Impact',
  'PreAttack',
  'ImpairProcessControl',
  'InhibitResponseFunction',
] as const;

/** `EntityMappingType`; not quite the kinds that entities come back as (`IP` here, `Ip` there). */
export const sentinelMappedEntities = [
  'Account',
  'Host',
  'IP',
  'Malware',
  'File',
  'Process',
  'CloudApplication',
  'DNS',
  'AzureResource',
  'FileHash',
  'RegistryKey',
  'RegistryValue',
  'SecurityGroup',
  'URL',
  'Mailbox',
  'MailCluster',
  'MailMessage',
  'SubmissionMail',
] as const;

/** `AlertProperty`: what of an alert a column of the query can overwrite. */
export const sentinelDynamicAlertProperties = [
  'AlertLink',
  'ConfidenceLevel',
  'ConfidenceScore',
  'ExtendedLinks',
  'ProductName',
  'ProviderName',
  'ProductComponentName',
  'RemediationSteps',
  'Techniques',
] as const;

export type SentinelMappedEntity = (typeof sentinelMappedEntities)[number];

/** At most ten to a rule, each with at most three fields. */
export const sentinelEntityMapping = openObject({
  entityType: closedEnum(sentinelMappedEntities),
  /** `identifier` is a property of the entity (`FullName`, `Address`), `columnName` a column of the query. */
  fieldMappings: z.array(openObject({ identifier: z.string(), columnName: z.string() })),
});
export type SentinelEntityMapping = z.infer<typeof sentinelEntityMapping>;

/** Texts may hold `{{Column}}`, at most three of them. */
export const sentinelAlertDetailsOverride = openObject({
  alertDisplayNameFormat: optionalText,
  alertDescriptionFormat: optionalText,
  alertTacticsColumnName: optionalText,
  alertSeverityColumnName: optionalText,
  alertDynamicProperties: z
    .array(openObject({ alertProperty: closedEnum(sentinelDynamicAlertProperties), value: z.string() }))
    .nullish(),
});
export type SentinelAlertDetailsOverride = z.infer<typeof sentinelAlertDetailsOverride>;

/** How alerts of one rule share an incident. Durations are ISO 8601. */
export const sentinelGroupingConfiguration = openObject({
  enabled: z.boolean(),
  reopenClosedIncident: z.boolean(),
  lookbackDuration: z.string(),
  matchingMethod: closedEnum(sentinelMatchingMethods),
  groupByEntities: z.array(closedEnum(sentinelMappedEntities)).nullish(),
  groupByAlertDetails: z.array(closedEnum(sentinelGroupingDetails)).nullish(),
  groupByCustomDetails: optionalTexts,
});
export type SentinelGroupingConfiguration = z.infer<typeof sentinelGroupingConfiguration>;

/** Whether alerts become incidents. Without a grouping each alert has an incident of its own. */
export const sentinelIncidentConfiguration = openObject({
  createIncident: z.boolean(),
  groupingConfiguration: sentinelGroupingConfiguration.nullish(),
});

/** What a rule with a query asks and how its rows become alerts; the same for Scheduled and NRT. */
export const sentinelQueryRuleShape = {
  query: z.string(),
  severity: closedEnum(sentinelRuleSeverities),
  eventGroupingSettings: openObject({ aggregationKind: closedEnum(sentinelAggregationKinds).nullish() }).nullish(),
  /** Names of custom details and the columns they come from; at most twenty. */
  customDetails: z.record(z.string(), z.string()).nullish(),
  entityMappings: z.array(sentinelEntityMapping).nullish(),
  alertDetailsOverride: sentinelAlertDetailsOverride.nullish(),
  tactics: z.array(closedEnum(sentinelAttackTactics)).nullish(),
  /** `T1078`; sub-techniques stand apart and only in preview versions. */
  techniques: optionalTexts,
  subTechniques: optionalTexts,
};

/** When a scheduled rule runs and how many rows are too many. Durations are ISO 8601. */
export const sentinelScheduleShape = {
  queryFrequency: z.string(),
  queryPeriod: z.string(),
  triggerOperator: closedEnum(sentinelTriggerOperators),
  triggerThreshold: z.number(),
};
