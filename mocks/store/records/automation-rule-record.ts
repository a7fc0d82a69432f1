/** An automation rule of the workspace. */
import type { SentinelAutomationRuleRequest } from '@/lib/wire/sentinel/automation-rule';
import type { Shelved } from '@/mocks/store/shelf';

export type AutomationRuleFields = SentinelAutomationRuleRequest['properties'];
export type AutomationRuleRecord = Shelved<AutomationRuleFields>;
