/** Analytics rules of the workspace. */
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type SentinelAlertRule,
  type SentinelAlertRuleRequest,
  sentinelAlertRule,
  sentinelAlertRuleList,
} from '@/lib/wire/sentinel/alert-rule';
import { securityInsightsApiVersion, securityInsightsPreviewVersion } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/alert-rules */
export type SentinelAlertRules = {
  /** Pages of rules of every kind. https://learn.microsoft.com/rest/api/securityinsights/alert-rules/list */
  list(signal?: AbortSignal): AsyncGenerator<SentinelAlertRule[]>;
  get(name: string, signal?: AbortSignal): Promise<SentinelAlertRule>;
  /** Replaces the whole rule; a stale etag is refused with an ApiError of status 409. */
  put(name: string, body: SentinelAlertRuleRequest, signal?: AbortSignal): Promise<SentinelAlertRule>;
  remove(name: string, signal?: AbortSignal): Promise<void>;
};

const query = { 'api-version': securityInsightsApiVersion };

/** ARM's path of the workspace's rules. */
export const alertRulesPath = (workspace: WorkspaceAddress): string =>
  `${workspacePath(workspace)}/providers/Microsoft.SecurityInsights/alertRules`;

/** Rules by name, a GUID mostly. */
export function sentinelAlertRules(call: Call, workspace: WorkspaceAddress): SentinelAlertRules {
  const path = (name: string) => `${alertRulesPath(workspace)}/${segment(name)}`;
  return {
    async *list(signal) {
      const first = {
        method: 'GET',
        path: alertRulesPath(workspace),
        query,
        signal,
        reply: sentinelAlertRuleList,
      } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (name, signal) => call({ method: 'GET', path: path(name), query, signal, reply: sentinelAlertRule }),
    put: (name, body, signal) => {
      // Stable versions know no near-real-time rules.
      const version = body.kind === 'NRT' ? { 'api-version': securityInsightsPreviewVersion } : query;
      return call({ method: 'PUT', path: path(name), query: version, body, signal, reply: sentinelAlertRule });
    },
    remove: async (name, signal) => {
      await call({ method: 'DELETE', path: path(name), query, signal, ...emptyReply });
    },
  };
}
