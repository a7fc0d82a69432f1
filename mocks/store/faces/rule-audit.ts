/** A change of a rule as `SentinelAudit` keeps it. */
import type { LogBatch } from '@/mocks/company/log-row';
import { alertRuleResourceId, automationRuleResourceId } from '@/mocks/store/faces/arm-ids';
import { ruleChangeRow } from '@/mocks/store/faces/health-rows';
import { alertRuleTitle } from '@/mocks/store/records/alert-rule-record';
import type { RuleEvent } from '@/mocks/store/rules';

export function ruleAudit(event: RuleEvent, at: string): LogBatch {
  if (event.kind === 'automationRuleChanged') {
    const { before, after } = event;
    const rule = after ?? before;
    return ruleChangeRow({
      at,
      operation: after ? 'Create or update' : 'Delete',
      resource: {
        id: automationRuleResourceId(rule?.name ?? ''),
        name: rule?.fields.displayName ?? '',
        type: 'Automation rule',
        kind: rule?.fields.triggeringLogic.triggersOn ?? '',
      },
      caller: rule?.updatedBy.name ?? '',
      before: before?.fields,
      after: after?.fields,
    });
  }
  const { rule, by } = event;
  const removed = event.kind === 'alertRuleRemoved';
  return ruleChangeRow({
    at,
    operation: removed ? 'Delete' : 'Create or update',
    resource: {
      id: alertRuleResourceId(rule.name),
      name: alertRuleTitle(rule),
      type: 'Analytics Rule',
      kind: rule.body.kind,
    },
    caller: by.name,
    before: removed ? rule.body.properties : event.before,
    after: removed ? undefined : rule.body.properties,
  });
}
