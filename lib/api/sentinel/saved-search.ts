/** Queries that the workspace keeps, functions among them. They belong to Log Analytics and have its version. */
import { type ArmCollection, armCollection } from '@/lib/api/sentinel/arm-collection';
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import {
  type SentinelSavedSearch,
  type SentinelSavedSearchRequest,
  sentinelSavedSearch,
  sentinelSavedSearchList,
} from '@/lib/wire/sentinel/saved-search';
import { workspacesApiVersion } from '@/lib/wire/sentinel/workspace';

/** https://learn.microsoft.com/rest/api/loganalytics/saved-searches */
export type SentinelSavedSearches = ArmCollection<SentinelSavedSearch, SentinelSavedSearchRequest>;

/** One list without pages, however many there are. */
export const sentinelSavedSearches = (call: Call, workspace: WorkspaceAddress): SentinelSavedSearches =>
  armCollection(call, {
    path: `${workspacePath(workspace)}/savedSearches`,
    one: sentinelSavedSearch,
    list: sentinelSavedSearchList,
    apiVersion: workspacesApiVersion,
  });
