/**
 * Per field: what we asked for, what each system shows, and what the analyst should be told about it.
 * All of it is computed from the two views and the commands, so a restart cannot lose or invent a state.
 */
import type { Command } from '@/lib/domain/incident/command';
import type { FieldSync, Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import { syncedFields } from '@/lib/domain/incident/incident';
import { disagreements, type Faces } from '@/lib/domain/incident/merge';
import { changedFields, paintChanges } from '@/lib/domain/incident/paint';
import { fieldText, type SyncedValues, sameField } from '@/lib/domain/incident/same-field';
import { verdictToGraph, verdictToSentinel } from '@/lib/domain/incident/verdict';
import type { System } from '@/lib/domain/source/source';

/** The commands that change fields of an incident. */
export type ChangeCommand = Command & { act: Extract<Command['act'], { kind: 'change' }> };

/** Narrows the journal's commands to those that `withSync` paints. */
export const isChange = (command: Command): command is ChangeCommand => command.act.kind === 'change';

/** How long the two systems may differ before it is called drift: a change made elsewhere is usually just under way. */
export const driftAfterMs = 2 * 60_000;

function wantedValues(face: SyncedValues, changes: IncidentChanges): SyncedValues {
  return {
    ...face,
    ...(changes.status === undefined ? {} : { status: changes.status }),
    ...(changes.severity === undefined ? {} : { severity: changes.severity }),
    ...(changes.assignee === undefined ? {} : { assignee: changes.assignee }),
    ...(changes.verdict === undefined ? {} : { verdict: changes.verdict }),
    ...(changes.tags === undefined ? {} : { tags: changes.tags }),
    ...(changes.title === undefined ? {} : { title: changes.title }),
  };
}

/** The determination or reason, and the note: only the system that was written to has to show them. */
function sameClosingWords(system: System, face: SyncedValues, changes: IncidentChanges): boolean {
  const wanted = changes.verdict;
  if (wanted === undefined) return true;
  if (wanted.comment !== null && wanted.comment !== (face.verdict?.comment ?? null)) return false;
  if (system === 'defender') {
    return verdictToGraph(wanted).determination === (face.verdict?.determination ?? 'unknown');
  }
  return verdictToSentinel(wanted).classificationReason === (face.verdict?.reason ?? null);
}

/** Whether a system shows what a command wants in one field. The owner of the write has to show it to the letter. */
export function showsField(
  field: SyncedField,
  face: SyncedValues,
  changes: IncidentChanges,
  as: { system: System; owner: boolean },
): boolean {
  if (!sameField(field, face, wantedValues(face, changes))) return false;
  return field !== 'verdict' || !as.owner || sameClosingWords(as.system, face, changes);
}

/** Whether a system shows all that a command wants. */
export function showsAll(
  face: SyncedValues,
  changes: IncidentChanges,
  as: { system: System; owner: boolean },
): boolean {
  return changedFields(changes).every((field) => showsField(field, face, changes, as));
}

function present(faces: Faces): { system: System; face: SyncedValues }[] {
  return [
    ...(faces.defender === null ? [] : [{ system: 'defender' as const, face: faces.defender }]),
    ...(faces.sentinel === null ? [] : [{ system: 'sentinel' as const, face: faces.sentinel }]),
  ];
}

function valuesOf(field: SyncedField, faces: Faces): Partial<Record<System, string>> {
  return Object.fromEntries(present(faces).map(({ system, face }) => [system, fieldText(field, face)]));
}

/** Systems that show the wanted value of one field. */
export function shownBy(field: SyncedField, faces: Faces, command: ChangeCommand): System[] {
  return present(faces)
    .filter(({ system, face }) =>
      showsField(field, face, command.act.changes, { system, owner: system === command.owner }),
    )
    .map(({ system }) => system);
}

function commandSync(field: SyncedField, faces: Faces, command: ChangeCommand): FieldSync | null {
  const shown = shownBy(field, faces, command);
  const everywhere = shown.length === present(faces).length;
  const failure = command.failure === null ? {} : { reason: command.failure.message };
  switch (command.state) {
    case 'queued':
    case 'sending':
    case 'accepted':
      return {
        state: 'pending',
        since: command.createdAt,
        commandId: command.id,
        shownBy: shown,
        ...(everywhere ? {} : { values: valuesOf(field, faces) }),
        ...failure,
      };
    case 'refused':
      // Somebody else has meanwhile made it so: the refusal no longer matters.
      if (everywhere) return null;
      return {
        state: 'refused',
        since: command.settledAt ?? command.createdAt,
        commandId: command.id,
        shownBy: shown,
        retryable: command.failure?.retryable ?? false,
        ...failure,
      };
    case 'confirmed':
      if (!everywhere) return null;
      return {
        state: 'confirmed',
        since: command.settledAt ?? command.createdAt,
        commandId: command.id,
        shownBy: shown,
      };
  }
}

function differenceSync(field: SyncedField, faces: Faces, since: string, now: Date): FieldSync {
  const drifted = now.getTime() - Date.parse(since) >= driftAfterMs;
  return {
    state: drifted ? 'drifted' : 'pending',
    since,
    commandId: null,
    shownBy: [],
    values: valuesOf(field, faces),
  };
}

/**
 * The incident with its sync states, and with what analysts asked for painted over what the systems still show.
 * `commands` are this incident's, oldest first; `differentSince` says when each disagreement was first seen.
 */
export function withSync(
  incident: Incident,
  faces: Faces,
  commands: readonly ChangeCommand[],
  differentSince: Partial<Record<SyncedField, string>>,
  now: Date,
): Incident {
  const sync: Incident['sync'] = {};
  let painted = incident;
  const different = new Set(disagreements(faces));
  for (const field of syncedFields) {
    const command = commands.findLast((candidate) => changedFields(candidate.act.changes).includes(field));
    const ours = command === undefined ? null : commandSync(field, faces, command);
    if (ours !== null && command !== undefined) {
      sync[field] = ours;
      if (ours.state === 'pending')
        painted = { ...painted, [field]: paintChanges(painted, command.act.changes, { id: '', since: '' })[field] };
    } else if (different.has(field)) {
      sync[field] = differenceSync(field, faces, differentSince[field] ?? now.toISOString(), now);
    }
  }
  return { ...painted, sync };
}
