/** Asks the engine and compares answers: as bags of rows unless the order is said to matter. */
import type { Engine } from '../engine';

export const now = new Date('2025-01-15T10:05:00Z');

export type Answer = { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

/** Rejects with the query and its problems when the engine refuses it: what is generated here must run. */
export async function ask(engine: Engine, text: string): Promise<Answer> {
  const result = await engine.run(text, { now });
  if (!result.ok) throw new Error(`${JSON.stringify(result.problems)}\n${text}`);
  return { columns: result.columns.map((column) => `${column.name}:${column.type}`), rows: result.rows };
}

/** Sums of reals depend on the order of their terms: the last digits are not compared. */
function rounded(cell: unknown): unknown {
  if (typeof cell === 'number' && !Number.isInteger(cell)) return Number(cell.toPrecision(12));
  return Array.isArray(cell) ? cell.map(rounded) : cell;
}

export const lines = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => JSON.stringify(row.map(rounded)));

export const bag = (rows: readonly (readonly unknown[])[]): string[] => lines(rows).sort();

/** The query without the rows of its datatables, for a failure's message. */
export const brief = (query: string): string => query.replace(/datatable\([^)]*\)\[[^|]*\]/g, 'datatable(…)');
