/**
 * `SentinelHealth` and `SentinelAudit`: what Sentinel says about its own rules. One row for each run, and one for each
 * change that somebody made.
 * https://learn.microsoft.com/azure/sentinel/health-table-reference
 */
import { guidOf } from '@/lib/base/random';
import type { LogBatch } from '@/mocks/company/log-row';
import { workspace } from '@/mocks/company/tenant-ids';
import { alertRuleResourceId, automationRuleResourceId } from '@/mocks/store/faces/arm-ids';
import { playbookId } from '@/mocks/store/playbooks';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import {
  type AlertRuleRecord,
  alertRuleTitle,
  type QueryRuleBody,
  type RuleRun,
} from '@/mocks/store/records/alert-rule-record';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';
import type { LogicAppRun, PlaybookRecord } from '@/mocks/store/records/playbook-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';

type HealthRow = {
  at: string;
  operation: string;
  resource: { id: string; name: string; type: string; kind: string };
  status: 'Success' | 'Partial success' | 'Failure' | 'Informational';
  description: string;
  reason: string;
  properties: Record<string, unknown>;
};

export const healthRow = ({
  at,
  operation,
  resource,
  status,
  description,
  reason,
  properties,
}: HealthRow): LogBatch => ({
  table: 'SentinelHealth',
  rows: [
    {
      TimeGenerated: at,
      OperationName: operation,
      SentinelResourceId: resource.id,
      SentinelResourceName: resource.name,
      SentinelResourceType: resource.type,
      SentinelResourceKind: resource.kind,
      Status: status,
      Description: description,
      Reason: reason,
      RecordId: guidOf(`health/${at}/${resource.id}/${operation}`),
      WorkspaceId: workspace.customerId,
      ExtendedProperties: properties,
      SourceSystem: 'Azure',
      TenantId: workspace.customerId,
    },
  ],
});

const ruleResource = (rule: AlertRuleRecord) => ({
  id: alertRuleResourceId(rule.name),
  name: alertRuleTitle(rule),
  type: 'Analytics Rule',
  kind: rule.body.kind,
});

/** `CorrelationId` of a rule's run. */
export const ruleRunId = (rule: string, at: string): string => guidOf(`rule-run/${rule}/${at}`);

export function ruleRunRow(rule: AlertRuleRecord, { kind, properties }: QueryRuleBody, run: RuleRun): LogBatch {
  const scheduled = kind === 'Scheduled' ? properties : undefined;
  return healthRow({
    at: run.at,
    operation: kind === 'NRT' ? 'NRT analytics rule run' : 'Scheduled analytics rule run',
    resource: ruleResource(rule),
    status: run.status,
    description: run.status === 'Success' ? 'Rule executed successfully' : 'Rule failed',
    reason: run.problem,
    properties: {
      RuleId: rule.name,
      CorrelationId: ruleRunId(rule.name, run.at),
      QueryStartTimeUTC: run.from,
      QueryEndTimeUTC: run.until,
      QueryResultAmount: run.results,
      AlertsGeneratedAmount: run.alerts,
      AggregationKind: properties.eventGroupingSettings?.aggregationKind ?? 'SingleAlert',
      SuppressionEnabled: properties.suppressionEnabled,
      SuppressionDuration: properties.suppressionDuration,
      ...(scheduled
        ? {
            QueryFrequency: scheduled.queryFrequency,
            QueryPeriod: scheduled.queryPeriod,
            TriggerOperator: scheduled.triggerOperator,
            TriggerThreshold: scheduled.triggerThreshold,
          }
        : {}),
      ...(run.problem === '' ? {} : { Issues: [{ Description: run.problem }] }),
    },
  });
}

export const ruleDisabledRow = (rule: AlertRuleRecord, at: string, reason: string): LogBatch =>
  healthRow({
    at,
    operation: 'Analytics rule auto-disabled',
    resource: ruleResource(rule),
    status: 'Failure',
    description: 'The rule failed too often in the same way and was disabled',
    reason,
    properties: { RuleId: rule.name },
  });

export type AutomationRun = {
  at: string;
  rule: AutomationRuleRecord;
  on: { incident: SentinelIncidentRecord } | { alert: AlertRecord };
  actions: number;
  succeeded: number;
  playbooks: readonly string[];
  problems: readonly string[];
};

export function automationRunRow({ at, rule, on, actions, succeeded, playbooks, problems }: AutomationRun): LogBatch {
  const status = succeeded === actions ? 'Success' : succeeded === 0 ? 'Failure' : 'Partial success';
  return healthRow({
    at,
    operation: 'Automation rule run',
    resource: {
      id: automationRuleResourceId(rule.name),
      name: rule.fields.displayName,
      type: 'Automation rule',
      kind: rule.fields.triggeringLogic.triggersOn,
    },
    status,
    description: status === 'Success' ? 'Automation rule ran successfully' : 'Not every action of the rule succeeded',
    reason: problems.join(' '),
    properties: {
      TriggeredOn: rule.fields.triggeringLogic.triggersOn === 'Incidents' ? 'Incident' : 'Alert',
      TriggeredWhen: rule.fields.triggeringLogic.triggersWhen,
      ...('incident' in on
        ? { IncidentName: on.incident.name, IncidentNumber: on.incident.number }
        : { AlertId: on.alert.systemAlertId }),
      TotalActions: actions,
      ActionsTriggeredSuccessfully: succeeded,
      TriggeredPlaybooks: playbooks,
    },
  });
}

export const playbookTriggeredRow = (
  playbook: PlaybookRecord,
  run: LogicAppRun,
  incident: SentinelIncidentRecord | undefined,
  /** Why it could not be started; null when it was. */
  problem: string | null,
): LogBatch =>
  healthRow({
    at: run.startedAt,
    operation: 'Playbook was triggered',
    resource: { id: playbookId(playbook.name), name: playbook.name, type: 'Playbook', kind: 'LogicApp' },
    status: problem === null ? 'Success' : 'Failure',
    description: problem === null ? 'Playbook was triggered successfully' : 'Playbook could not be triggered',
    reason: problem ?? '',
    properties: {
      ...(incident ? { IncidentName: incident.name, IncidentNumber: incident.number } : {}),
      TriggeredByName: run.startedBy,
      TriggeredOn: run.on === null ? '' : `${run.on.kind.charAt(0).toUpperCase()}${run.on.kind.slice(1)}`,
      ...(problem === null ? { RunId: run.id } : {}),
    },
  });

export type RuleChange = {
  at: string;
  operation: 'Create or update' | 'Delete';
  resource: { id: string; name: string; type: 'Analytics Rule' | 'Automation rule'; kind: string };
  caller: string;
  before: unknown;
  after: unknown;
};

/** `SentinelAudit`: who changed which rule, from what to what. */
export const ruleChangeRow = ({ at, operation, resource, caller, before, after }: RuleChange): LogBatch => ({
  table: 'SentinelAudit',
  rows: [
    {
      TimeGenerated: at,
      OperationName: `${operation} ${resource.type.toLowerCase()}`,
      SentinelResourceId: resource.id,
      SentinelResourceName: resource.name,
      SentinelResourceType: resource.type,
      SentinelResourceKind: resource.kind,
      Status: 'Success',
      Description: '',
      CorrelationId: guidOf(`audit/${at}/${resource.id}`),
      WorkspaceId: workspace.customerId,
      ExtendedProperties: {
        CallerName: caller,
        OriginalResourceState: before ?? null,
        UpdatedResourceState: after ?? null,
      },
      SourceSystem: 'Azure',
      TenantId: workspace.customerId,
    },
  ],
});
