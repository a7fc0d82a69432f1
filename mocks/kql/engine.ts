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

export type { LogRow, RenderHint, RunColumn, RunLimits, RunOptions, RunResult } from './run/contract';

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
    const world = worldOf(runOptions.world ?? 'hunting');
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

/** A language per world, made when first asked for: making one takes a few hundred milliseconds. */
function worlds(tables: readonly TableSchema[]): (name: 'hunting' | 'workspace') => World {
  const made = new Map<string, World>();
  return (name) => {
    const found = made.get(name);
    if (found) return found;
    const visible = name === 'hunting' ? tables : tables.filter((table) => table.world !== 'defender');
    const world: World = {
      language: createLanguage(visible),
      tables: new Map(visible.map((table) => [table.name, table])),
    };
    made.set(name, world);
    return world;
  };
}
