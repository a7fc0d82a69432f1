/**
 * The queue on its way to a browser. First what fills the screen, so that work can begin; then all of it as columns,
 * a quarter of what it is as objects, which both sides read and write in a fraction of the time. The columns come in
 * blocks: the server keeps those in which nothing has changed, and the browser takes a breath between two.
 */
import { type Columns, decodeColumns, encodeColumns } from '@/lib/base/columns';
import { nextIdle } from '@/lib/base/next-idle';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { isOpen } from '@/lib/domain/incident/is-open';

export type IncidentTable = Omit<IncidentList, 'incidents'> & { blocks: Columns[] };

/**
 * The type of an answer whose bytes are a gzip file with JSON in it, for who accepts that. It is no `content-encoding`:
 * Next's server takes that header off what a route answers (and compresses the bytes once more).
 */
export const packedType = 'application/gzip';

/** Read or written in about twenty milliseconds. */
export const blockRows = 2_000;

/** Blocks of `blockRows` incidents in their order; the last one may be shorter. */
export function blocksOf(incidents: readonly Incident[]): Incident[][] {
  return Array.from({ length: Math.ceil(incidents.length / blockRows) }, (_, block) =>
    incidents.slice(block * blockRows, (block + 1) * blockRows),
  );
}

/** Everything beside the incidents stays as it is. */
export function encodeIncidents({ incidents, ...rest }: IncidentList): IncidentTable {
  return { ...rest, blocks: blocksOf(incidents).map(encodeColumns) };
}

/** Guaranteed by `encodeIncidents`, which alone makes tables: its rows were incidents. */
function asIncidents(rows: readonly unknown[]): Incident[] {
  return rows as Incident[];
}

/** What `encodeIncidents` was given, equal in every field; equal lists and records of a block are the same objects. */
export async function decodeIncidents({ blocks, ...rest }: IncidentTable): Promise<IncidentList> {
  const incidents: Incident[] = [];
  for (const block of blocks) {
    await nextIdle();
    for (const incident of asIncidents(decodeColumns(block))) incidents.push(incident);
  }
  return { ...rest, incidents };
}

/** More than the largest screen of them, so that the first strokes of the keyboard don't run out of rows. */
export const firstScreenRows = 100;

/** The open incidents that changed last, which is where a queue begins; `awaiting` says how many are still to come. */
export function firstScreen(list: IncidentList): IncidentList {
  if (list.incidents.length <= firstScreenRows) return list;
  // Times in our own spelling sort as texts; a collator would be asked a million times.
  const newestFirst = (left: Incident, right: Incident) =>
    left.updatedAt < right.updatedAt ? 1 : left.updatedAt > right.updatedAt ? -1 : 0;
  const incidents = list.incidents.filter(isOpen).sort(newestFirst).slice(0, firstScreenRows);
  return { ...list, incidents, awaiting: list.incidents.length - incidents.length };
}
