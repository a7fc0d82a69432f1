/** Indicators of threat intelligence in the workspace. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelIndicator,
  type SentinelIndicatorMetrics,
  type SentinelIndicatorQuery,
  type SentinelIndicatorRequest,
  sentinelIndicator,
  sentinelIndicatorList,
  sentinelIndicatorMetrics,
} from '@/lib/wire/sentinel/threat-intelligence';

/** https://learn.microsoft.com/rest/api/securityinsights/threat-intelligence-indicator */
export type SentinelIndicators = ArmCollection<SentinelIndicator, SentinelIndicatorRequest> & {
  create(body: SentinelIndicatorRequest, signal?: AbortSignal): Promise<SentinelIndicator>;
  /** Pages of what fits; whatever the query leaves out doesn't narrow. */
  query(query: SentinelIndicatorQuery, signal?: AbortSignal): AsyncGenerator<SentinelIndicator[]>;
  appendTags(name: string, tags: readonly string[], signal?: AbortSignal): Promise<void>;
  metrics(signal?: AbortSignal): Promise<SentinelIndicatorMetrics>;
};

/** Indicators by name, which the service chooses for those that `create` makes. */
export function sentinelIndicators(call: Call, workspace: WorkspaceAddress): SentinelIndicators {
  const query = { 'api-version': securityInsightsApiVersion };
  const root = securityInsightsPath(workspace, 'threatIntelligence/main');
  const path = `${root}/indicators`;
  return {
    ...armCollection<SentinelIndicator, SentinelIndicatorRequest>(call, {
      path,
      one: sentinelIndicator,
      list: sentinelIndicatorList,
    }),
    create: (body, signal) =>
      call({ method: 'POST', path: `${root}/createIndicator`, query, body, signal, reply: sentinelIndicator }),
    async *query(body, signal) {
      const first = {
        method: 'POST',
        path: `${root}/queryIndicators`,
        query,
        body,
        signal,
        reply: sentinelIndicatorList,
      } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    appendTags: async (name, tags, signal) => {
      const body = { threatIntelligenceTags: tags };
      await call({ method: 'POST', path: `${path}/${segment(name)}/appendTags`, query, body, signal, ...emptyReply });
    },
    metrics: (signal) =>
      call({ method: 'GET', path: `${root}/metrics`, query, signal, reply: sentinelIndicatorMetrics }),
  };
}
