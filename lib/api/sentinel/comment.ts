/** The comments of a Sentinel incident. */
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';
import {
  type SentinelComment,
  type SentinelCommentRequest,
  sentinelComment,
  sentinelCommentList,
} from '@/lib/wire/sentinel/comment';

/** https://learn.microsoft.com/rest/api/securityinsights/incident-comments */
export type SentinelComments = {
  /** Pages of an incident's comments. Counts against 100 reads in 5 minutes. */
  list(incidentName: string, signal?: AbortSignal): AsyncGenerator<SentinelComment[]>;
  /**
   * Writes a comment under a GUID of the caller's choosing, so that sending it again is the same comment.
   * https://learn.microsoft.com/rest/api/securityinsights/incident-comments/create-or-update
   */
  put(incidentName: string, commentName: string, text: string, signal?: AbortSignal): Promise<SentinelComment>;
};

const query = { 'api-version': securityInsightsApiVersion };

/** Incidents by name, which is a GUID. At most 100 comments to an incident. */
export function sentinelComments(call: Call, workspace: WorkspaceAddress): SentinelComments {
  const path = (incidentName: string) => `${incidentsPath(workspace, incidentName)}/comments`;
  return {
    async *list(incidentName, signal) {
      const first = { method: 'GET', path: path(incidentName), query, signal, reply: sentinelCommentList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    put(incidentName, commentName, text, signal) {
      const body: SentinelCommentRequest = { properties: { message: text } };
      const commentPath = `${path(incidentName)}/${segment(commentName)}`;
      return call({ method: 'PUT', path: commentPath, query, body, signal, reply: sentinelComment });
    },
  };
}
