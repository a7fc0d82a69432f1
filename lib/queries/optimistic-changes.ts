/**
 * Changes that this browser has painted and the server has not answered yet, or could not be told yet. A feed event that
 * left the server before the change arrived there would paint the old value for a moment; laying these over every
 * incoming incident prevents it.
 */
import type { FieldSync, Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { paintChanges, paintMerge } from '@/lib/domain/incident/paint';

type Painted = { id: string; changes: IncidentChanges } & Pick<FieldSync, 'since' | 'unsent'>;

const underway = new Map<string, Painted[]>();

/** A merge that is on its way, by the key of each incident that ends with it. */
const merging = new Map<string, Omit<Painted, 'changes'>>();

/** From now on the change is painted over whatever arrives, until `endChange`. */
export function beginChange(key: string, painted: Painted): void {
  underway.set(key, [...(underway.get(key) ?? []), painted]);
}

/** A change that is kept for later is painted anew as unsent, so the two paints of one command end apart. */
export function endChange(key: string, id: string, unsent?: true): void {
  const rest = (underway.get(key) ?? []).filter((painted) => painted.id !== id || painted.unsent !== unsent);
  if (rest.length === 0) underway.delete(key);
  else underway.set(key, rest);
}

/** `keys` are the incidents that end with it; painted until `endMerge`. */
export function beginMerge(keys: readonly string[], merge: Omit<Painted, 'changes'>): void {
  for (const key of keys) merging.set(key, merge);
}

/** Leaves the mark of a later merge alone. */
export function endMerge(keys: readonly string[], id: string): void {
  for (const key of keys) if (merging.get(key)?.id === id) merging.delete(key);
}

/** The incident as the analyst left it. */
export function withUnderway(incident: Incident): Incident {
  const changes = underway.get(incident.key) ?? [];
  const painted = changes.reduce(
    (row, { changes: wanted, ...command }) => paintChanges(row, wanted, command),
    incident,
  );
  const merge = merging.get(incident.key);
  return merge === undefined ? painted : paintMerge(painted, merge);
}
