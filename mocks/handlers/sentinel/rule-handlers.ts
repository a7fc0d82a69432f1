/** What the workspace does by itself, as Sentinel's API shows it: every kind of rule. */
import { sentinelAlertRuleHandlers } from '@/mocks/handlers/sentinel/alert-rule';
import { sentinelAlertRuleActionHandlers } from '@/mocks/handlers/sentinel/alert-rule-action';
import { sentinelAlertRuleTemplateHandlers } from '@/mocks/handlers/sentinel/alert-rule-template';
import { sentinelAutomationRuleHandlers } from '@/mocks/handlers/sentinel/automation-rule';
import { sentinelRuleRunHandlers } from '@/mocks/handlers/sentinel/rule-run';
import type { HandlerGroup } from '@/mocks/handlers/services';

export const sentinelRuleHandlers: readonly HandlerGroup[] = [
  sentinelAlertRuleHandlers,
  sentinelAlertRuleActionHandlers,
  sentinelAlertRuleTemplateHandlers,
  sentinelAutomationRuleHandlers,
  sentinelRuleRunHandlers,
];
