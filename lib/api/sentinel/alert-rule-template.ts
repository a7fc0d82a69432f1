/** The templates that analytics rules are made from. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import {
  type SentinelAlertRuleTemplate,
  sentinelAlertRuleTemplate,
  sentinelAlertRuleTemplateList,
} from '@/lib/wire/sentinel/alert-rule-template';

/** https://learn.microsoft.com/rest/api/securityinsights/alert-rule-templates */
export type SentinelAlertRuleTemplates = Pick<ArmCollection<SentinelAlertRuleTemplate, never>, 'list' | 'get'>;

/** Read-only: templates come with solutions of the content hub. */
export const sentinelAlertRuleTemplates = (call: Call, workspace: WorkspaceAddress): SentinelAlertRuleTemplates => {
  const { list, get } = armCollection<SentinelAlertRuleTemplate, never>(call, {
    path: securityInsightsPath(workspace, 'alertRuleTemplates'),
    one: sentinelAlertRuleTemplate,
    list: sentinelAlertRuleTemplateList,
  });
  return { list, get };
};
