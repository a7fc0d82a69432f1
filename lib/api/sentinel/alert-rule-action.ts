/** The playbooks that an analytics rule starts itself. */
import { alertRulesPath } from '@/lib/api/sentinel/alert-rule';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { type SentinelAlertRuleAction, sentinelAlertRuleActionList } from '@/lib/wire/sentinel/alert-rule-action';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';

export type SentinelAlertRuleActions = {
  /** https://learn.microsoft.com/rest/api/securityinsights/actions/list-by-alert-rule */
  list(ruleName: string, signal?: AbortSignal): AsyncGenerator<SentinelAlertRuleAction[]>;
};

export function sentinelAlertRuleActions(call: Call, workspace: WorkspaceAddress): SentinelAlertRuleActions {
  const query = { 'api-version': securityInsightsApiVersion };
  return {
    async *list(ruleName, signal) {
      const path = `${alertRulesPath(workspace)}/${segment(ruleName)}/actions`;
      const first = { method: 'GET', path, query, signal, reply: sentinelAlertRuleActionList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
  };
}
