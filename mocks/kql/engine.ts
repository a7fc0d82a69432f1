/**
 * The KQL engine of the mock tenant: Microsoft's parser and binder, our lowering to an intermediate form, SQL on an
 * in-process DuckDB. A query reads only the tables given here: no file, no network, no write.
 */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createLanguage } from '@/lib/kql/language';
import { compile, type World } from './run/compile';
import type { LogRow, RunLimits, RunOptions, RunResult } from './run/contract';
import { openDatabase } from './run/database';
import { execute } from './run/execute';
import { toProblems } from './run/failures';
import { createLogStorage } from './run/log-storage';
import { originalProblem, prepare } from './run/prepare';

export type { LogRow, RunOptions, RunResult } from './run/contract';

export type EngineOptions = {
  readonly tables: readonly TableSchema[];
  /** Where the database lives; in memory when left out. */
  readonly file?: string;
  readonly memoryLimitMb?: number;
  readonly threads?: number;
};

export type Engine = {
  /** Adds rows to a table of the schema; the next run sees them. */
  append(table: string, rows: readonly LogRow[]): Promise<void>;
  /** Answers with a table, or with the query's problems. Rejects only when the engine itself is broken or closed. */
  run(text: string, options: RunOptions): Promise<RunResult>;
  close(): Promise<void>;
};

/** What a query may cost when its caller does not say. */
const defaultLimits: RunLimits = { rows: 500_000, bytes: 100_000_000, waitMs: 180_000 };

export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { memoryLimitMb = 1024, threads = 2 } = options;
  const database = await openDatabase({ file: options.file, memoryLimitMb, threads });
  const storage = createLogStorage(database, options.tables);
  const worldOf = worlds(options.tables);

  async function run(text: string, runOptions: RunOptions): Promise<RunResult> {
    const started = performance.now();
    const only = readsEverything(text) ? storage.tables() : undefined;
    const world = worldOf(runOptions.world ?? 'hunting', text, only);
    const connection = await database.acquire();
    try {
      const prepared = await prepare(text, world, storage, runOptions, connection);
      const compiled = compile(prepared.text, world, storage, runOptions);
      if (!compiled.ok) {
        return {
          ok: false,
          problems: compiled.problems.map((problem) => originalProblem(problem, prepared.insertions)),
        };
      }
      const compileMs = performance.now() - started;
      const types = compiled.rows.columns.map((column) => column.type);
      const { rows, truncated } = await execute(
        connection,
        compiled.sql,
        types,
        runOptions.limits ?? defaultLimits,
        runOptions.signal,
      );
      return {
        ok: true,
        columns: compiled.rows.columns.map(({ name, type }) => ({ name, type })),
        rows,
        ...(compiled.render && { render: compiled.render }),
        ...(truncated && { truncated }),
        statistics: { compileMs, executeMs: performance.now() - started - compileMs },
      };
    } catch (cause) {
      return { ok: false, problems: toProblems(cause, text) };
    } finally {
      database.release(connection);
    }
  }

  return { append: storage.append, run, close: async () => database.close() };
}

/** `search` without `in` and `union *` range over all tables: those without rows would only add thousands of empty columns. */
function readsEverything(text: string): boolean {
  const search = /(?:^|[;(=])\s*search\b[^|;]*/.exec(text.replace(/\/\/.*$/gm, ''));
  return (search !== null && !/\bin\s*\(/.test(search[0])) || /\bunion\b[^|;]*[\s,(]\*/.test(text);
}

type WorldOf = (name: 'hunting' | 'workspace', text: string, only: readonly string[] | undefined) => World;

/** A language per world and choice of tables, made when first asked for: making one takes a few hundred milliseconds. */
function worlds(tables: readonly TableSchema[]): WorldOf {
  const made = new Map<string, World>();
  return (name, text, only) => {
    const inWorld = tables.filter((table) => name === 'hunting' || table.world !== 'defender');
    const visible = only ? inWorld.filter((table) => only.includes(table.name) || text.includes(table.name)) : inWorld;
    const key = `${name} ${only ? visible.map((table) => table.name).join(' ') : ''}`;
    const found = made.get(key);
    if (found) return found;
    const world: World = {
      language: createLanguage(visible),
      tables: new Map(visible.map((table) => [table.name, table])),
    };
    // Which tables have rows changes seldom; the worlds of long ago are not worth their memory.
    if (made.size > 6) made.clear();
    made.set(key, world);
    return world;
  };
}
