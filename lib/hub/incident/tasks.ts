/** The tasks of an incident: what Sentinel lists, and over it what analysts here asked for. */
import type { Incident } from '@/lib/domain/incident/incident';
import { type IncidentTasks, type TaskCommand, taskFromSentinel, withTaskCommands } from '@/lib/domain/incident/task';
import type { DetailParts } from '@/lib/hub/incident/detail-parts';

/** Never rejects because Sentinel is down: then `failure` says so. */
export async function readTasks(
  incident: Incident,
  parts: Pick<DetailParts, 'sentinelTasks'>,
  commands: readonly TaskCommand[],
): Promise<IncidentTasks> {
  if (incident.sentinel === null) return { tasks: [], failure: null };
  // Automation adds tasks when it changes the incident; what was written from here shows when it is through.
  const through = commands.filter(({ state }) => state === 'confirmed').length;
  const version = `${incident.sentinel.updatedAt} ${through}`;
  const { value, failure } = await parts.sentinelTasks(incident.sentinel.name, version);
  const tasks = (value ?? [])
    .map(taskFromSentinel)
    .sort((left, right) => (left.createdAt ?? '').localeCompare(right.createdAt ?? ''));
  return { tasks: withTaskCommands(tasks, commands), failure };
}
