/** Tables and functions of the workspace: GET /v1/workspaces/{id}/metadata. */
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { type LogsMetadata, logsMetadata } from '@/lib/wire/log-analytics/metadata';

/** What a workspace can be asked for: completion and the binder live on it. */
export type LogsMetadataApi = {
  /** https://learn.microsoft.com/rest/api/loganalytics/metadata/get */
  get(signal?: AbortSignal): Promise<LogsMetadata>;
};

/** The workspace by its GUID, not by its ARM name. */
export function logsMetadataOf(call: Call, workspace: WorkspaceAddress): LogsMetadataApi {
  const path = `/v1/workspaces/${segment(workspace.id)}/metadata`;
  return { get: (signal) => call({ method: 'GET', path, signal, reply: logsMetadata }) };
}
