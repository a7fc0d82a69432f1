/**
 * Changes that this browser has painted and the server has not answered yet. A feed event that left the server before
 * the change arrived there would paint the old value for a moment; laying these over every incoming incident prevents it.
 */
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { paintChanges } from '@/lib/domain/incident/paint';

type Painted = { id: string; since: string; changes: IncidentChanges };

const underway = new Map<string, Painted[]>();

export function beginChange(key: string, painted: Painted): void {
  underway.set(key, [...(underway.get(key) ?? []), painted]);
}

export function endChange(key: string, id: string): void {
  const rest = (underway.get(key) ?? []).filter((painted) => painted.id !== id);
  if (rest.length === 0) underway.delete(key);
  else underway.set(key, rest);
}

/** The incident as the analyst left it. */
export function withUnderway(incident: Incident): Incident {
  const changes = underway.get(incident.key);
  if (changes === undefined) return incident;
  return changes.reduce(
    (painted, { id, since, changes: wanted }) => paintChanges(painted, wanted, { id, since }),
    incident,
  );
}
