/** What automation writes on an incident: tasks, tags and comments. */
import { guidOf } from '@/lib/base/random';
import type { Actor } from '@/mocks/store/events';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

/** Adds a task to the incident, once under that title. */
export function addTask(
  store: Store,
  incident: SentinelIncidentRecord,
  task: { title: string; description: string },
  by: Actor,
): void {
  const tasks = incident.tasks ?? [];
  if (tasks.some(({ title }) => title === task.title)) return;
  const at = store.clock.iso();
  const author = { objectId: null, email: null, name: by.name, userPrincipalName: null };
  const made = {
    ...task,
    name: guidOf(`automation-task/${incident.name}/${task.title}`),
    status: 'New' as const,
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    revision: 1,
  };
  store.sentinelIncidents.setTasks(incident, [...tasks, made], by);
}

export function addLabels(store: Store, incident: SentinelIncidentRecord, names: readonly string[], by: Actor): void {
  const known = incident.fields.labels;
  const missing = names.filter((name) => !known.some(({ labelName }) => labelName === name));
  const labels = [...known, ...missing.map((labelName) => ({ labelName, labelType: 'User' as const }))];
  if (missing.length > 0) store.sentinelIncidents.change(incident, { labels }, by);
}

export function addNote(store: Store, incident: SentinelIncidentRecord, message: string, by: Actor): void {
  const author = { name: by.name, email: null, objectId: null, userPrincipalName: null };
  const name = guidOf(`playbook-comment/${incident.name}/${incident.comments.length}/${store.clock.nowMs()}`);
  store.sentinelIncidents.addComment(incident, { name, message, author }, by);
}
