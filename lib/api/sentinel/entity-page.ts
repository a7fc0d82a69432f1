/** What Sentinel knows about one entity. Preview. */
import { type ArmCollection, armCollection, securityInsightsPath } from '@/lib/api/sentinel/arm-collection';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsPreviewVersion } from '@/lib/wire/sentinel/arm';
import { type SentinelEntity, sentinelEntity } from '@/lib/wire/sentinel/entity';
import {
  type SentinelExpandReply,
  type SentinelExpandRequest,
  type SentinelInsightsReply,
  type SentinelInsightsRequest,
  type SentinelTimelineReply,
  type SentinelTimelineRequest,
  sentinelEntityPage,
  sentinelExpandReply,
  sentinelInsightsReply,
  sentinelTimelineReply,
} from '@/lib/wire/sentinel/entity-page';

/** https://learn.microsoft.com/rest/api/securityinsights/entities */
export type SentinelEntityPages = Pick<ArmCollection<SentinelEntity, never>, 'list' | 'get'> & {
  /** What is connected with it, in one way: `expansionId` names the way. */
  expand(name: string, body: SentinelExpandRequest, signal?: AbortSignal): Promise<SentinelExpandReply>;
  /** What happened to it. */
  timeline(name: string, body: SentinelTimelineRequest, signal?: AbortSignal): Promise<SentinelTimelineReply>;
  /** What stands out about it. */
  insights(name: string, body: SentinelInsightsRequest, signal?: AbortSignal): Promise<SentinelInsightsReply>;
};

/** Entities by name, which is the GUID at the end of their ARM id. */
export function sentinelEntityPages(call: Call, workspace: WorkspaceAddress): SentinelEntityPages {
  const query = { 'api-version': securityInsightsPreviewVersion };
  const path = securityInsightsPath(workspace, 'entities');
  const { list, get } = armCollection<SentinelEntity, never>(call, {
    path,
    one: sentinelEntity,
    list: sentinelEntityPage,
    apiVersion: securityInsightsPreviewVersion,
  });
  const of = (name: string, what: string) =>
    ({ method: 'POST', path: `${path}/${segment(name)}/${what}`, query }) as const;
  return {
    list,
    get,
    expand: (name, body, signal) => call({ ...of(name, 'expand'), body, signal, reply: sentinelExpandReply }),
    timeline: (name, body, signal) => call({ ...of(name, 'getTimeline'), body, signal, reply: sentinelTimelineReply }),
    insights: (name, body, signal) => call({ ...of(name, 'getInsights'), body, signal, reply: sentinelInsightsReply }),
  };
}
