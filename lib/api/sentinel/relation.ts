/** What a Sentinel incident is linked with. */
import { type ArmCollection, armCollection } from '@/lib/api/sentinel/arm-collection';
import { incidentsPath, type WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import {
  type SentinelRelation,
  type SentinelRelationRequest,
  sentinelRelation,
  sentinelRelationList,
} from '@/lib/wire/sentinel/relation';

/** The links of one incident, with bookmarks and alerts. https://learn.microsoft.com/rest/api/securityinsights/incident-relations */
export type SentinelRelations = (incidentName: string) => ArmCollection<SentinelRelation, SentinelRelationRequest>;

/** Incidents by name, which is a GUID. */
export const sentinelRelations =
  (call: Call, workspace: WorkspaceAddress): SentinelRelations =>
  (incidentName) =>
    armCollection(call, {
      path: `${incidentsPath(workspace, incidentName)}/relations`,
      one: sentinelRelation,
      list: sentinelRelationList,
    });
