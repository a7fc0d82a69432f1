/** What an incident looks like at once after a change was asked for, before any system has answered. */
import type { FieldSync, Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';

/** The synced fields that a command touches. */
export function changedFields(changes: IncidentChanges): SyncedField[] {
  const fields: SyncedField[] = [];
  if (changes.status !== undefined) fields.push('status');
  if (changes.severity !== undefined) fields.push('severity');
  if (changes.assignee !== undefined) fields.push('assignee');
  if (changes.verdict !== undefined) fields.push('verdict');
  if (changes.tags !== undefined) fields.push('tags');
  if (changes.title !== undefined) fields.push('title');
  return fields;
}

/** The same fields with the values that the incident has now: what an undo would ask for. */
export function currentValues(incident: Incident, changes: IncidentChanges): IncidentChanges {
  const { status } = incident;
  return {
    ...(changes.status !== undefined && status !== 'redirected'
      ? { status: status === 'awaitingAction' ? 'inProgress' : status }
      : {}),
    ...(changes.severity !== undefined && incident.severity !== 'unknown' ? { severity: incident.severity } : {}),
    ...(changes.assignee !== undefined ? { assignee: incident.assignee } : {}),
    ...(changes.verdict !== undefined
      ? {
          verdict: incident.verdict ?? {
            classification: 'undetermined' as const,
            determination: null,
            reason: null,
            comment: null,
          },
        }
      : {}),
    ...(changes.tags !== undefined ? { tags: incident.tags } : {}),
    ...(changes.title !== undefined ? { title: incident.title } : {}),
  };
}

/** The incident with the wanted values and a `pending` mark on each touched field. */
export function paintChanges(
  incident: Incident,
  changes: IncidentChanges,
  { id, ...more }: { id: string } & Pick<FieldSync, 'since' | 'unsent'>,
): Incident {
  const pending: FieldSync = { state: 'pending', ...more, commandId: id, shownBy: [] };
  const sync = { ...incident.sync };
  for (const field of changedFields(changes)) sync[field] = pending;
  const verdict =
    changes.verdict === undefined
      ? incident.verdict
      : changes.verdict.classification === 'undetermined'
        ? null
        : changes.verdict;
  return {
    ...incident,
    status: changes.status ?? incident.status,
    severity: changes.severity ?? incident.severity,
    assignee: changes.assignee === undefined ? incident.assignee : changes.assignee,
    verdict,
    tags: changes.tags ?? incident.tags,
    title: changes.title ?? incident.title,
    sync,
  };
}

/** An incident that is about to be merged away: its values stay what they are, and its status says that it will end. */
export function paintMerge(incident: Incident, { id, since }: { id: string; since: string }): Incident {
  if (incident.status === 'redirected') return incident;
  const status: FieldSync = { state: 'pending', since, commandId: id, shownBy: [] };
  return { ...incident, sync: { ...incident.sync, status } };
}
