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

/** A body that streams `before[rows]after` without ever putting it together. */
export function streamRows(before: string, rows: JsonRows, after: string): ReadableStream<Uint8Array> {
  const parts = [
    `${before}[`,
    ...rows.pieces.flatMap((piece, index) => (index === 0 ? [piece] : [',', piece])),
    `]${after}`,
  ];
  let next = 0;
  return new ReadableStream({
    pull: (controller) => {
      const part = parts[next];
      next += 1;
      if (part === undefined) controller.close();
      else controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part);
    },
  });
}
