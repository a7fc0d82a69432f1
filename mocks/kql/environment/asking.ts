/** An engine for tests and short ways to ask it. */
import type { ScalarType, TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createEngine, type LogRow } from '../engine';
import type { Environment } from './environment';

type World = 'hunting' | 'workspace';

/** Tables as `Name column column:type …`. */
export async function askEngine(environment: () => Partial<Environment>, tables: Readonly<Record<string, string>>) {
  const engine = await createEngine({ environment, tables: Object.entries(tables).map(toSchema) });
  const run = (text: string, world: World = 'hunting') =>
    engine.run(text, { now: new Date('2025-01-15T10:00:00Z'), world });
  return {
    append: (table: string, added: readonly LogRow[]) => engine.append(table, added),
    close: () => engine.close(),
    async rows(text: string, world?: World): Promise<readonly (readonly unknown[])[]> {
      const result = await run(text, world);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.rows;
    },
    async columns(text: string): Promise<readonly string[]> {
      const result = await run(text);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.columns.map((column) => column.name);
    },
    async problem(text: string, world?: World) {
      const result = await run(text, world);
      if (result.ok) throw new Error(`ran: ${JSON.stringify(result.rows)}`);
      return result.problems[0];
    },
  };
}

export type Asking = Awaited<ReturnType<typeof askEngine>>;

const types: Readonly<Record<string, ScalarType>> = { string: 'string', datetime: 'datetime', dynamic: 'dynamic' };

const toSchema = ([name, columns]: [string, string]): TableSchema => ({
  name,
  world: 'both',
  category: '',
  columns: columns.split(' ').map((part) => {
    const [column = '', type = 'string'] = part.split(':');
    return { name: column, type: types[type] ?? 'string' };
  }),
});
