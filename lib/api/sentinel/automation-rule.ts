/** Automation rules of the workspace. */
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelAutomationRule,
  type SentinelAutomationRuleRequest,
  sentinelAutomationRule,
  sentinelAutomationRuleList,
} from '@/lib/wire/sentinel/automation-rule';

export type SentinelAutomationRules = {
  /** Pages of rules. https://learn.microsoft.com/rest/api/securityinsights/automation-rules/list */
  list(signal?: AbortSignal): AsyncGenerator<SentinelAutomationRule[]>;
  get(name: string, signal?: AbortSignal): Promise<SentinelAutomationRule>;
  /** Replaces the whole rule; a stale etag is refused with an ApiError of status 409. */
  put(name: string, body: SentinelAutomationRuleRequest, signal?: AbortSignal): Promise<SentinelAutomationRule>;
  remove(name: string, signal?: AbortSignal): Promise<void>;
};

const query = { 'api-version': securityInsightsApiVersion };

export function sentinelAutomationRules(call: Call, workspace: WorkspaceAddress): SentinelAutomationRules {
  const root = `${workspacePath(workspace)}/providers/Microsoft.SecurityInsights/automationRules`;
  const path = (name: string) => `${root}/${segment(name)}`;
  return {
    async *list(signal) {
      const first = { method: 'GET', path: root, query, signal, reply: sentinelAutomationRuleList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (name, signal) => call({ method: 'GET', path: path(name), query, signal, reply: sentinelAutomationRule }),
    put: (name, body, signal) =>
      call({ method: 'PUT', path: path(name), query, body, signal, reply: sentinelAutomationRule }),
    remove: async (name, signal) => {
      await call({ method: 'DELETE', path: path(name), query, signal, ...emptyReply });
    },
  };
}
