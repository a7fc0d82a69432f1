/** The playbooks that an analytics rule starts itself. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type SentinelAlertRuleAction,
  type SentinelAlertRuleActionRequest,
  sentinelAlertRuleAction,
  sentinelAlertRuleActionList,
} from '@/lib/wire/sentinel/alert-rule-action';

/** The actions of one rule. https://learn.microsoft.com/rest/api/securityinsights/actions */
export type SentinelAlertRuleActions = (
  ruleName: string,
) => ArmCollection<SentinelAlertRuleAction, SentinelAlertRuleActionRequest>;

/** Rules by name, a GUID mostly. */
export const sentinelAlertRuleActions =
  (call: Call, workspace: WorkspaceAddress): SentinelAlertRuleActions =>
  (ruleName) =>
    armCollection(call, {
      path: `${securityInsightsPath(workspace, 'alertRules')}/${segment(ruleName)}/actions`,
      one: sentinelAlertRuleAction,
      list: sentinelAlertRuleActionList,
    });
