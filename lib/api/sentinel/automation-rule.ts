/** Automation rules of the workspace. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';

import {
  type SentinelAutomationRule,
  type SentinelAutomationRuleRequest,
  sentinelAutomationRule,
  sentinelAutomationRuleList,
} from '@/lib/wire/sentinel/automation-rule';

/** https://learn.microsoft.com/rest/api/securityinsights/automation-rules */
export type SentinelAutomationRules = ArmCollection<SentinelAutomationRule, SentinelAutomationRuleRequest>;

/** Rules by name, a GUID mostly. */
export const sentinelAutomationRules = (call: Call, workspace: WorkspaceAddress): SentinelAutomationRules =>
  armCollection(call, {
    path: securityInsightsPath(workspace, 'automationRules'),
    one: sentinelAutomationRule,
    list: sentinelAutomationRuleList,
  });
