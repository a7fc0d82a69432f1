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
import {
  type AlertRuleRecord,
  alertRuleTitle,
  type QueryRuleBody,
  type RuleRun,
} from '@/mocks/store/records/alert-rule-record';
import type { AutomationRuleRecord, LogicAppRun, PlaybookRecord } from '@/mocks/store/records/automation-rule-record';
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
      CorrelationId: guidOf(`rule-run/${rule.name}/${run.at}`),
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
  incident: SentinelIncidentRecord;
  actions: number;
  succeeded: number;
  playbooks: readonly string[];
  problems: readonly string[];
};

export function automationRunRow({
  at,
  rule,
  incident,
  actions,
  succeeded,
  playbooks,
  problems,
}: AutomationRun): LogBatch {
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
      IncidentName: incident.name,
      IncidentNumber: incident.number,
      TotalActions: actions,
      ActionsTriggeredSuccessfully: succeeded,
      TriggeredPlaybooks: playbooks,
    },
  });
}

export const playbookTriggeredRow = (
  playbook: PlaybookRecord,
  run: LogicAppRun,
  incident: SentinelIncidentRecord,
): LogBatch =>
  healthRow({
    at: run.startedAt,
    operation: 'Playbook was triggered',
    resource: { id: playbookId(playbook.name), name: playbook.name, type: 'Playbook', kind: 'LogicApp' },
    status: 'Success',
    description: 'Playbook was triggered successfully',
    reason: '',
    properties: {
      IncidentName: incident.name,
      IncidentNumber: incident.number,
      TriggeredByName: run.startedBy,
      RunId: run.id,
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
