/** The tasks of a Sentinel incident, at most 40. */
import { type ArmCollection, armCollection } from '@/lib/api/sentinel/arm-collection';
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { type SentinelTask, type SentinelTaskRequest, sentinelTask, sentinelTaskList } from '@/lib/wire/sentinel/task';

/** The tasks of one incident. https://learn.microsoft.com/rest/api/securityinsights/incident-tasks */
export type SentinelTasks = (incidentName: string) => ArmCollection<SentinelTask, SentinelTaskRequest>;

/** Incidents by name, which is a GUID; tasks by a GUID of the maker's choosing. */
export const sentinelTasks =
  (call: Call, workspace: WorkspaceAddress): SentinelTasks =>
  (incidentName) =>
    armCollection(call, {
      path: `${incidentsPath(workspace, incidentName)}/tasks`,
      one: sentinelTask,
      list: sentinelTaskList,
    });
