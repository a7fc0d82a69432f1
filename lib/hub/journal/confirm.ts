/** When a change that its owner accepted is done: every system shows it, or somebody has said something newer. */
import type { SyncedField } from '@/lib/domain/incident/incident';
import type { Faces } from '@/lib/domain/incident/merge';
import { changedFields } from '@/lib/domain/incident/paint';
import { type ChangeCommand, shownBy } from '@/lib/domain/incident/sync-state';

/** `note` says who was quicker when the change did not last; null when all systems show it. */
export type Settlement = { note: string | null };

function systemsOf(faces: Faces): number {
  return (faces.defender === null ? 0 : 1) + (faces.sentinel === null ? 0 : 1);
}

/** The owner shows something else although it accepted the command: a later writer outside of this console. */
function overwritten(field: SyncedField, faces: Faces, command: ChangeCommand): boolean {
  const owner = command.owner === 'defender' ? faces.defender : faces.sentinel;
  // What the owner last said may be older than our write: then it says nothing about it.
  const version = command.ownerVersion ?? command.sentAt;
  if (owner === null || version === null) return false;
  return owner.updatedAt > version && !shownBy(field, faces, command).includes(command.owner);
}

/** Defender redirects what was merged, and Sentinel closes it in its own time. */
export function mergeShown(sources: readonly (Faces | null)[]): boolean {
  return sources.every(
    (faces) =>
      faces === null ||
      ((faces.defender === null || faces.defender.status === 'redirected') &&
        (faces.sentinel === null || faces.sentinel.status === 'resolved')),
  );
}

/** Null while there is something to wait for. `later` are the incident's commands that came after this one. */
export function settlement(faces: Faces, command: ChangeCommand, later: readonly ChangeCommand[]): Settlement | null {
  let note: string | null = null;
  for (const field of changedFields(command.act.changes)) {
    const replaced = later.some(
      (other) => other.state !== 'refused' && changedFields(other.act.changes).includes(field),
    );
    if (replaced) continue;
    if (shownBy(field, faces, command).length === systemsOf(faces)) continue;
    if (!overwritten(field, faces, command)) return null;
    note = `${field} was changed by somebody else afterwards`;
  }
  return { note };
}
