/** Tables of random rows, stored in the engine and known to the test as JavaScript rows. */
import fc from 'fast-check';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createEngine, type Engine } from '../engine';
import { type Cell, type CellType, cellOf, literal, shown } from './cells';

export type Row = Readonly<Record<string, Cell>>;
export type Schema = Readonly<Record<string, CellType>>;
export type TestTable = { readonly name: string; readonly schema: Schema; readonly rows: readonly Row[] };

/** `id` is unique within a table; every other column repeats itself. */
export const schema: Schema = {
  id: 'long',
  k: 'string',
  s: 'string',
  n: 'long',
  m: 'long',
  r: 'real',
  b: 'bool',
  d: 'datetime',
  t: 'timespan',
};

export const columnsOf = (type: CellType, of: Schema = schema): string[] =>
  Object.keys(of).filter((name) => of[name] === type);

const rowsOf = (most: number): fc.Arbitrary<readonly Row[]> => {
  const { id: _unique, ...cells } = schema;
  const row = fc.record(Object.fromEntries(Object.entries(cells).map(([name, type]) => [name, cellOf(type)])));
  return fc.array(row, { maxLength: most }).map((rows) => rows.map((cell, index) => ({ id: BigInt(index), ...cell })));
};

/** The stored tables are the same in every run, so that a printed seed is enough to repeat a failure. */
const storedRows = fc.sample(rowsOf(14), { seed: 4780, numRuns: 6 });
export const tables: readonly TestTable[] = [[], ...storedRows].map((rows, index) => {
  const name = index === 0 ? 'Empty' : `T${index}`;
  // A counterexample names the table: its rows are no help to whoever reads it.
  return { name, schema, rows, [fc.toStringMethod]: () => name };
});

export const anyTable = fc.constantFrom(...tables.filter((table) => table.rows.length > 0));

/** The table written into the query: what cannot be pushed into a scan. */
export function asDatatable({ schema: columns, rows }: TestTable): string {
  const names = Object.entries(columns);
  const cells = rows.flatMap((row) => names.map(([name, type]) => literal(row[name] ?? null, type)));
  return `datatable(${names.map(([name, type]) => `${name}:${type}`).join(', ')})[${cells.join(', ')}]`;
}

const tableSchemas: readonly TableSchema[] = tables.map((table) => ({
  name: table.name,
  world: 'both',
  category: '',
  columns: Object.entries(table.schema).map(([name, type]) => ({ name, type })),
}));

/** An engine that has the stored tables, and others that are empty. */
export async function testEngine(others: readonly TableSchema[] = []): Promise<Engine> {
  const engine = await createEngine({ tables: [...tableSchemas, ...others], threads: 1 });
  for (const table of tables) {
    const logRows = table.rows.map((row) =>
      Object.fromEntries(Object.entries(table.schema).map(([name, type]) => [name, shown(row[name] ?? null, type)])),
    );
    await engine.append(table.name, logRows);
  }
  return engine;
}
