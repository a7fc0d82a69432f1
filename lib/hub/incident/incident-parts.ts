/** Parts of an incident that only pre-flights and previews ask for, with what could not be read in words. */
import type { Api } from '@/lib/api/api';
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';
import { HubError, noIncident } from '@/lib/hub/hub-error';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import { reasonOf } from '@/lib/hub/mirror/source-health';

/** `failures` are sentences; with them `value` is what could be read nevertheless. */
export type Tried<Value> = { value: Value; failures: string[] };

/** The titles of the tasks that Sentinel still has open. */
export async function openTasks(api: Api, mirror: Mirror, key: string): Promise<Tried<string[]>> {
  const name = mirror.faces(key)?.sentinel?.copy.name;
  if (name === undefined) return { value: [], failures: [] };
  const titles: string[] = [];
  try {
    for await (const page of api.sentinel.tasks(name).list()) {
      titles.push(
        ...page.filter((task) => task.properties.status !== 'Completed').map((task) => task.properties.title),
      );
    }
    return { value: titles, failures: [] };
  } catch (error) {
    return { value: titles, failures: [`The tasks of #${key} could not be read: ${reasonOf(error)}.`] };
  }
}

/** How an incident is opened; see `Hub.detail`. */
export type Detail = (key: string) => Promise<IncidentDetailReply>;

/** The opened incident, or the one that it was merged into. */
export async function found(detail: Detail, key: string): Promise<IncidentDetail> {
  const reply = await detail(key);
  if (reply.kind === 'found') return reply.detail;
  if (reply.kind === 'redirected') return found(detail, reply.to);
  throw new HubError('notFound', noIncident(key));
}

/** How many entities and comments the opened incident has. */
export async function countParts(detail: Detail, key: string): Promise<Tried<{ entities: number; comments: number }>> {
  const reply = await detail(key);
  if (reply.kind !== 'found')
    return { value: { entities: 0, comments: 0 }, failures: [`#${key} could not be opened.`] };
  const { entities, comments, failures } = reply.detail;
  return {
    value: { entities: entities.length, comments: comments.length },
    failures: failures.map(({ part, system, message }) => `The ${part} of #${key} (${system}): ${message}.`),
  };
}
