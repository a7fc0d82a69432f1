/** What is sent to Sentinel. A PUT replaces the whole rule, so whatever the console does not show is sent back as it was. */
import { isNrt, isScheduled, type NrtSentinelRule, type ScheduledSentinelRule } from '@/lib/domain/rule/from-sentinel';
import type {
  AlertDetail,
  GroupingChoice,
  RuleDraft,
  RuleGrouping,
  RuleSeverity,
  TriggerOperator,
} from '@/lib/domain/rule/rule';
import type { SentinelAlertRule, SentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';
import type { SentinelGroupingConfiguration } from '@/lib/wire/sentinel/alert-rule-parts';

type ScheduledProperties = ScheduledSentinelRule['properties'];
type NrtProperties = NrtSentinelRule['properties'];
type Tactic = NonNullable<NrtProperties['tactics']>[number];

const severities = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
} as const satisfies Record<RuleSeverity, NrtProperties['severity']>;

const operators = {
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  equal: 'Equal',
  notEqual: 'NotEqual',
} as const satisfies Record<TriggerOperator, ScheduledProperties['triggerOperator']>;

const methods = {
  alert: 'AllEntities',
  allEntities: 'AllEntities',
  allAlerts: 'AnyAlert',
  selected: 'Selected',
} as const satisfies Record<GroupingChoice, SentinelGroupingConfiguration['matchingMethod']>;

const details = { title: 'DisplayName', severity: 'Severity' } as const satisfies Record<AlertDetail, string>;

function groupingOf(grouping: RuleGrouping): SentinelGroupingConfiguration {
  const chosen = grouping.choice === 'selected';
  return {
    enabled: grouping.choice !== 'alert',
    reopenClosedIncident: grouping.reopen,
    lookbackDuration: grouping.lookback,
    matchingMethod: methods[grouping.choice],
    groupByEntities: chosen ? [...grouping.entities] : [],
    groupByAlertDetails: chosen ? grouping.alertDetails.map((detail) => details[detail]) : [],
    groupByCustomDetails: chosen ? [...grouping.customDetails] : [],
  };
}

/** Drafts only carry tactics that Sentinel knows: the rpc layer lets no others in. */
function asTactics(tactics: readonly string[]): Tactic[] {
  return tactics as Tactic[];
}

function queryProperties({ logic, ...draft }: RuleDraft): NrtProperties {
  return {
    displayName: draft.title.trim(),
    description: draft.description,
    enabled: draft.enabled,
    severity: severities[draft.severity],
    tactics: asTactics(draft.tactics),
    techniques: [...draft.techniques],
    query: logic.query,
    suppressionEnabled: logic.suppression.enabled,
    suppressionDuration: logic.suppression.duration,
    eventGroupingSettings: { aggregationKind: logic.perResult ? 'AlertPerResult' : 'SingleAlert' },
    entityMappings: logic.mappings.map(({ entity, fields }) => ({
      entityType: entity,
      fieldMappings: fields.map(({ identifier, column }) => ({ identifier, columnName: column })),
    })),
    incidentConfiguration: {
      createIncident: logic.createsIncidents,
      groupingConfiguration: groupingOf(logic.grouping),
    },
  };
}

/** `base` is the rule as it is now; null for a new one. A near-real-time rule stays one. */
export function ruleToSentinel(draft: RuleDraft, base: SentinelAlertRule | null): SentinelAlertRuleRequest {
  const { schedule } = draft.logic;
  const stamp = base === null ? {} : { etag: base.etag };
  if (schedule === null) {
    const before = base !== null && isNrt(base) ? base.properties : {};
    return { ...stamp, kind: 'NRT', properties: { ...before, ...queryProperties(draft) } };
  }
  const before = base !== null && isScheduled(base) ? base.properties : {};
  const timing = {
    queryFrequency: schedule.frequency,
    queryPeriod: schedule.period,
    triggerOperator: operators[schedule.operator],
    triggerThreshold: schedule.threshold,
  };
  return { ...stamp, kind: 'Scheduled', properties: { ...before, ...queryProperties(draft), ...timing } };
}

type KindOf<Name> = Extract<SentinelAlertRule, { kind: Name }>;

const isOfKind = <Name extends SentinelAlertRuleRequest['kind']>(
  rule: SentinelAlertRule,
  kind: Name,
): rule is KindOf<Name> => rule.kind === kind;

/** The rule as it is, switched on or off; null for kinds that cannot be written. */
export function switchedRule(rule: SentinelAlertRule, enabled: boolean): SentinelAlertRuleRequest | null {
  const { etag } = rule;
  if (isOfKind(rule, 'Scheduled')) return { etag, kind: 'Scheduled', properties: { ...rule.properties, enabled } };
  if (isOfKind(rule, 'NRT')) return { etag, kind: 'NRT', properties: { ...rule.properties, enabled } };
  if (isOfKind(rule, 'Fusion')) return { etag, kind: 'Fusion', properties: { ...rule.properties, enabled } };
  if (!isOfKind(rule, 'MicrosoftSecurityIncidentCreation')) return null;
  return { etag, kind: 'MicrosoftSecurityIncidentCreation', properties: { ...rule.properties, enabled } };
}
