/** The templates that analytics rules are made from. */
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { type SentinelAlertRuleTemplate, sentinelAlertRuleTemplateList } from '@/lib/wire/sentinel/alert-rule-template';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';

export type SentinelAlertRuleTemplates = {
  /** https://learn.microsoft.com/rest/api/securityinsights/alert-rule-templates/list */
  list(signal?: AbortSignal): AsyncGenerator<SentinelAlertRuleTemplate[]>;
};

export function sentinelAlertRuleTemplates(call: Call, workspace: WorkspaceAddress): SentinelAlertRuleTemplates {
  const path = `${workspacePath(workspace)}/providers/Microsoft.SecurityInsights/alertRuleTemplates`;
  const query = { 'api-version': securityInsightsApiVersion };
  return {
    async *list(signal) {
      const first = { method: 'GET', path, query, signal, reply: sentinelAlertRuleTemplateList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
  };
}
