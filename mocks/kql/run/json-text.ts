/** Result rows as JSON text: read, or sent on as they are. */
import type { JsonResult, RunResult } from './contract';

/** JSON rows as they come out of the database, in pieces: each holds whole rows, separated by commas. */
export type JsonRows = { readonly count: number; readonly pieces: readonly (string | Uint8Array)[] };

const decoder = new TextDecoder();

/** The rows as values. */
export function parseRows(rows: JsonRows): unknown[] {
  return rows.pieces.flatMap((piece): unknown[] => {
    const parsed: unknown = JSON.parse(`[${typeof piece === 'string' ? piece : decoder.decode(piece)}]`);
    return Array.isArray(parsed) ? parsed : [];
  });
}

/** The result with its rows as values. */
export function plainResult(result: JsonResult): RunResult {
  if (!result.ok) return result;
  const { json, more, ...answer } = result;
  const tables = more?.map(({ json: further, ...table }) => ({ ...table, rows: plainRows(further) }));
  return { ...answer, rows: plainRows(json), ...(tables && { more: tables }) };
}

const plainRows = (json: JsonRows): unknown[][] => parseRows(json).map((row) => (Array.isArray(row) ? row : []));

const encoder = new TextEncoder();

/** A body of texts and rows, rows as JSON arrays, sent piece by piece without ever being put together. */
export function streamParts(parts: readonly (string | JsonRows)[]): ReadableStream<Uint8Array> {
  const pieces = parts.flatMap((part) => (typeof part === 'string' ? [part] : ['[', ...separated(part.pieces), ']']));
  let next = 0;
  return new ReadableStream({
    pull: (controller) => {
      const piece = pieces[next];
      next += 1;
      if (piece === undefined) controller.close();
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
    },
  });
}

const separated = (pieces: JsonRows['pieces']): JsonRows['pieces'] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [',', piece]));
