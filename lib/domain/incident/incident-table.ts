/**
 * The queue on its way to a browser. First what fills the screen, so that work can begin; then all of it as columns,
 * a quarter of what it is as objects, which both sides read and write in a fraction of the time.
 */
import { type Columns, decodeColumns, encodeColumns } from '@/lib/base/columns';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';

export type IncidentTable = Omit<IncidentList, 'incidents'> & { table: Columns };

export function encodeIncidents({ incidents, ...rest }: IncidentList): IncidentTable {
  return { ...rest, table: encodeColumns(incidents) };
}

/** Guaranteed by `encodeIncidents`, which alone makes tables: its rows were incidents. */
function asIncidents(rows: readonly unknown[]): Incident[] {
  return rows as Incident[];
}

/** What `encodeIncidents` was given, equal in every field; equal lists and records are the same objects. */
export function decodeIncidents({ table, ...rest }: IncidentTable): IncidentList {
  return { ...rest, incidents: asIncidents(decodeColumns(table)) };
}

/** More than a screen of them, so that the first strokes of the keyboard don't run out of rows. */
export const firstScreenRows = 200;

const isOpen = ({ status }: Incident) => status !== 'resolved' && status !== 'redirected';

/** The open incidents that changed last, which is where a queue begins; `awaiting` says how many are still to come. */
export function firstScreen(list: IncidentList): IncidentList {
  if (list.incidents.length <= firstScreenRows) return list;
  const newestFirst = (left: Incident, right: Incident) => right.updatedAt.localeCompare(left.updatedAt);
  const incidents = list.incidents.filter(isOpen).sort(newestFirst).slice(0, firstScreenRows);
  return { ...list, incidents, awaiting: list.incidents.length - incidents.length };
}
