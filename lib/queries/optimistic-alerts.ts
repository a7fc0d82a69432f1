/**
 * Changes of alerts that this browser has painted and the server has not answered (or not heard) yet, over every row:
 * a feed event that left the server earlier would paint the old value for a moment.
 */
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { paintAlert } from '@/lib/domain/alert/paint';
import type { FieldSync } from '@/lib/domain/incident/incident';

type Painted = { commandId: string; changes: AlertChanges } & Pick<FieldSync, 'since' | 'unsent'>;

const underway = new Map<string, Painted[]>();

/** From now on the change is painted over whatever arrives, until `endAlertChange`. */
export function beginAlertChange(id: string, painted: Painted): void {
  underway.set(id, [...(underway.get(id) ?? []), painted]);
}

/** A change that is kept for later is painted anew as unsent, so the two paints of one command end apart. */
export function endAlertChange(id: string, commandId: string, unsent?: true): void {
  const rest = (underway.get(id) ?? []).filter(
    (painted) => painted.commandId !== commandId || painted.unsent !== unsent,
  );
  if (rest.length === 0) underway.delete(id);
  else underway.set(id, rest);
}

/** The alert as the analyst left it. */
export function withAlertUnderway(row: AlertRow): AlertRow {
  const changes = underway.get(row.id);
  if (changes === undefined) return row;
  return changes.reduce((painted, { changes: wanted, ...command }) => {
    const mark: FieldSync = { state: 'pending', ...command, shownBy: [] };
    return paintAlert(painted, wanted, mark);
  }, row);
}
