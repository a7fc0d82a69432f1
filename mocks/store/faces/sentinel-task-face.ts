/** A task of a Sentinel incident as Azure Resource Manager sends it. */
import type { SentinelTask } from '@/lib/wire/sentinel/task';
import { etagOf, incidentResourceId } from '@/mocks/store/faces/arm-ids';
import type { SentinelTaskRecord } from '@/mocks/store/records/sentinel-resource-records';

export function sentinelTaskFace(incident: string, task: SentinelTaskRecord): SentinelTask {
  return {
    id: `${incidentResourceId(incident)}/tasks/${task.name}`,
    name: task.name,
    etag: etagOf(task.revision, task.updatedAt),
    type: 'Microsoft.SecurityInsights/incidents/tasks',
    properties: {
      title: task.title,
      ...(task.description === null ? {} : { description: task.description }),
      status: task.status,
      createdTimeUtc: task.createdAt,
      lastModifiedTimeUtc: task.updatedAt,
      createdBy: task.createdBy,
      lastModifiedBy: task.updatedBy,
    },
  };
}
