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
