/** Sentinel's analytics rule as an analyst sees it. */
import {
  type AlertDetail,
  type EntityMapping,
  type GroupingChoice,
  newDraft,
  type Rule,
  type RuleGrouping,
  type RuleKind,
  type RuleLogic,
  type RuleSeverity,
  type TriggerOperator,
} from '@/lib/domain/rule/rule';
import type { SentinelAlertRule } from '@/lib/wire/sentinel/alert-rule';
import type { SentinelEntityMapping, SentinelGroupingConfiguration } from '@/lib/wire/sentinel/alert-rule-parts';

/** The wire's rule of this kind. */
export type ScheduledSentinelRule = Extract<SentinelAlertRule, { kind: 'Scheduled' }>;

/** The wire's rule of this kind. */
export type NrtSentinelRule = Extract<SentinelAlertRule, { kind: 'NRT' }>;
type FusionRule = Extract<SentinelAlertRule, { kind: 'Fusion' }>;

/** By Microsoft's `kind`. */
export const isScheduled = (rule: SentinelAlertRule): rule is ScheduledSentinelRule => rule.kind === 'Scheduled';

/** By Microsoft's `kind`. */
export const isNrt = (rule: SentinelAlertRule): rule is NrtSentinelRule => rule.kind === 'NRT';
const isFusion = (rule: SentinelAlertRule): rule is FusionRule => rule.kind === 'Fusion';

type QueryProperties = (ScheduledSentinelRule | NrtSentinelRule)['properties'];

const severities = {
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Informational: 'informational',
} as const satisfies Record<QueryProperties['severity'], RuleSeverity>;

const operators = {
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  Equal: 'equal',
  NotEqual: 'notEqual',
} as const satisfies Record<ScheduledSentinelRule['properties']['triggerOperator'], TriggerOperator>;

const choices = {
  AllEntities: 'allEntities',
  AnyAlert: 'allAlerts',
  Selected: 'selected',
} as const satisfies Record<SentinelGroupingConfiguration['matchingMethod'], GroupingChoice>;

type GroupingDetail = NonNullable<SentinelGroupingConfiguration['groupByAlertDetails']>[number];
const details = { DisplayName: 'title', Severity: 'severity' } as const satisfies Record<GroupingDetail, AlertDetail>;

const kinds: Readonly<Record<string, RuleKind>> = {
  Scheduled: 'scheduled',
  NRT: 'nrt',
  Fusion: 'fusion',
  MicrosoftSecurityIncidentCreation: 'incidentCreation',
} satisfies Record<string, RuleKind>;

function groupingOf(wire: SentinelGroupingConfiguration | null | undefined): RuleGrouping {
  if (!wire) return newDraft.logic.grouping;
  return {
    choice: wire.enabled ? choices[wire.matchingMethod] : 'alert',
    lookback: wire.lookbackDuration,
    reopen: wire.reopenClosedIncident,
    entities: wire.groupByEntities ?? [],
    alertDetails: (wire.groupByAlertDetails ?? []).map((detail) => details[detail]),
    customDetails: wire.groupByCustomDetails ?? [],
  };
}

const mappingOf = ({ entityType, fieldMappings }: SentinelEntityMapping): EntityMapping => ({
  entity: entityType,
  fields: fieldMappings.map(({ identifier, columnName }) => ({ identifier, column: columnName })),
});

function logicOf(properties: QueryProperties, schedule: RuleLogic['schedule']): RuleLogic {
  return {
    query: properties.query,
    schedule,
    perResult: properties.eventGroupingSettings?.aggregationKind === 'AlertPerResult',
    suppression: { enabled: properties.suppressionEnabled, duration: properties.suppressionDuration },
    mappings: (properties.entityMappings ?? []).map(mappingOf),
    createsIncidents: properties.incidentConfiguration?.createIncident ?? true,
    grouping: groupingOf(properties.incidentConfiguration?.groupingConfiguration),
    titleFormat: properties.alertDetailsOverride?.alertDisplayNameFormat ?? null,
    severityColumn: properties.alertDetailsOverride?.alertSeverityColumnName ?? null,
    customDetails: properties.customDetails ?? {},
  };
}

function queried(wire: SentinelAlertRule): { properties: QueryProperties; logic: RuleLogic } | null {
  if (isScheduled(wire)) {
    const { queryFrequency, queryPeriod, triggerOperator, triggerThreshold } = wire.properties;
    const schedule = {
      frequency: queryFrequency,
      period: queryPeriod,
      operator: operators[triggerOperator],
      threshold: triggerThreshold,
    };
    return { properties: wire.properties, logic: logicOf(wire.properties, schedule) };
  }
  return isNrt(wire) ? { properties: wire.properties, logic: logicOf(wire.properties, null) } : null;
}

/** Fusion says what it detects; rules of other kinds leave it to the alerts. */
function classed(wire: SentinelAlertRule): Pick<Rule, 'severity' | 'tactics' | 'techniques'> {
  const properties = queried(wire)?.properties ?? (isFusion(wire) ? wire.properties : null);
  const { severity, tactics, techniques } = properties ?? {};
  return { severity: severity ? severities[severity] : null, tactics: tactics ?? [], techniques: techniques ?? [] };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A kind that nobody has declared keeps its name, title and switch. */
export function ruleFromSentinel(wire: SentinelAlertRule): Rule {
  const { displayName, enabled } = wire.properties;
  // Undeclared in kinds that we know nothing of.
  const { description, lastModifiedUtc }: Readonly<Record<string, unknown>> = { ...wire.properties };
  const changed = textOf(lastModifiedUtc);
  return {
    id: wire.name,
    kind: kinds[wire.kind] ?? 'other',
    kindName: wire.kind,
    title: displayName ?? wire.name,
    description: textOf(description) ?? '',
    enabled: enabled === true,
    ...classed(wire),
    logic: queried(wire)?.logic ?? null,
    updatedAt: changed === null ? null : new Date(changed).toISOString(),
    version: wire.etag ?? null,
  };
}
