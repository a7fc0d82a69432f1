/**
 * What Logic Apps logs about its runs, where a diagnostic setting sends it to the workspace: `AzureDiagnostics`, category
 * WorkflowRuntime. https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
 */
import { guidOf } from '@/lib/base/random';
import type { LogBatch } from '@/mocks/company/log-row';
import { workspace } from '@/mocks/company/tenant-ids';
import { triggerNames } from '@/mocks/store/playbook-steps';
import { playbookId } from '@/mocks/store/playbooks';
import type { LogicAppRun, LogicAppStepRun, PlaybookRecord } from '@/mocks/store/records/playbook-record';

export type RuntimeEvent = 'workflowRunStarted' | 'workflowActionCompleted' | 'workflowRunCompleted';

/** `Code: text`, taken apart. */
const failureOf = (problem: string | null): { code: string; message: string } => {
  const [, code = '', message = ''] = /^([^:]+): (.*)$/s.exec(problem ?? '') ?? [];
  return { code, message };
};

const codes: Partial<Record<string, string>> = { Succeeded: 'OK', Failed: 'Failed', Cancelled: 'Cancelled' };

/** A row for the run itself, or for one of its actions. */
export function runtimeRows(
  playbook: PlaybookRecord,
  run: LogicAppRun,
  event: RuntimeEvent,
  at: string,
  step?: LogicAppStepRun,
): LogBatch {
  const { status, startedAt, endedAt, problem } = step ?? run;
  const { code, message } = failureOf(problem);
  const id = playbookId(playbook.name);
  return {
    table: 'AzureDiagnostics',
    rows: [
      {
        TimeGenerated: at,
        Category: 'WorkflowRuntime',
        Level: status === 'Failed' ? 'Error' : 'Information',
        OperationName: `Microsoft.Logic/workflows/${event}`,
        ResourceProvider: 'MICROSOFT.LOGIC',
        ResourceType: step ? 'WORKFLOWS/RUNS/ACTIONS' : 'WORKFLOWS/RUNS',
        Resource: playbook.name.toUpperCase(),
        ResourceGroup: workspace.resourceGroup.toUpperCase(),
        ResourceId: id.toUpperCase(),
        _ResourceId: id.toLowerCase(),
        SubscriptionId: workspace.subscriptionId,
        status_s: status,
        code_s: codes[status] ?? '',
        error_code_s: code,
        error_message_s: message,
        startTime_t: startedAt,
        endTime_t: endedAt,
        resource_workflowName_s: playbook.name,
        resource_workflowId_g: guidOf(`workflow/${playbook.name}`),
        resource_runId_s: run.id,
        resource_actionName_s: step?.name ?? '',
        resource_triggerName_s: triggerNames[playbook.trigger],
        resource_location_s: workspace.location,
        resource_resourceGroupName_s: workspace.resourceGroup,
        resource_subscriptionId_g: workspace.subscriptionId,
        correlation_clientTrackingId_s: run.id,
        CorrelationId: guidOf(`run/${run.id}`),
        SourceSystem: 'Azure',
        TenantId: workspace.customerId,
      },
    ],
  };
}
