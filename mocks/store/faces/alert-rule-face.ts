/** Rules as Azure Resource Manager shows them. */

import { hexOf } from '@/lib/base/random';
import type { SentinelAlertRule } from '@/lib/wire/sentinel/alert-rule';
import type { SentinelAlertRuleAction } from '@/lib/wire/sentinel/alert-rule-action';
import type { SentinelAutomationRule } from '@/lib/wire/sentinel/automation-rule';
import { alertRuleResourceId, automationRuleResourceId, etagOf } from '@/mocks/store/faces/arm-ids';
import type { AlertRuleActionRecord, AlertRuleRecord } from '@/mocks/store/records/alert-rule-record';
import type { AutomationRuleRecord } from '@/mocks/store/records/automation-rule-record';

export function alertRuleFace({ name, body, revision, lastModifiedUtc }: AlertRuleRecord): SentinelAlertRule {
  const resource = {
    id: alertRuleResourceId(name),
    name,
    type: 'Microsoft.SecurityInsights/alertRules',
    etag: etagOf(revision, lastModifiedUtc),
  };
  // Kind and properties belong together: one object literal for each keeps the compiler sure of it.
  switch (body.kind) {
    case 'Scheduled':
      return { ...resource, kind: body.kind, properties: { ...body.properties, lastModifiedUtc } };
    case 'NRT':
      return { ...resource, kind: body.kind, properties: { ...body.properties, lastModifiedUtc } };
    case 'Fusion':
      return { ...resource, kind: body.kind, properties: { ...body.properties, lastModifiedUtc } };
    case 'MicrosoftSecurityIncidentCreation':
      return { ...resource, kind: body.kind, properties: { ...body.properties, lastModifiedUtc } };
  }
}

export const alertRuleActionFace = (rule: AlertRuleRecord, action: AlertRuleActionRecord): SentinelAlertRuleAction => ({
  id: `${alertRuleResourceId(rule.name)}/actions/${action.name}`,
  name: action.name,
  type: 'Microsoft.SecurityInsights/alertRules/actions',
  etag: etagOf(action.revision, action.changedAt),
  properties: {
    logicAppResourceId: action.logicAppResourceId,
    workflowId: hexOf(`workflow/${action.logicAppResourceId.toLowerCase()}`, 32),
  },
});

export const automationRuleFace = (rule: AutomationRuleRecord): SentinelAutomationRule => ({
  id: automationRuleResourceId(rule.name),
  name: rule.name,
  type: 'Microsoft.SecurityInsights/AutomationRules',
  etag: etagOf(rule.revision, rule.updatedAt),
  properties: {
    ...rule.fields,
    createdTimeUtc: rule.createdAt,
    lastModifiedTimeUtc: rule.updatedAt,
    createdBy: rule.createdBy,
    lastModifiedBy: rule.updatedBy,
  },
});
