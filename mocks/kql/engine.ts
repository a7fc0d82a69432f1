/**
 * The KQL engine of the mock tenant: Microsoft's parser and binder, our lowering to an intermediate form, SQL on an
 * in-process DuckDB. A query reads only the tables given here: no file, no network, no write.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { KqlEnvironment } from '@/lib/kql/catalogue/saved-function';
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { createLanguage } from '@/lib/kql/language';
import { completeEnvironment, type Environment } from './environment/environment';
import { type CompiledTable, compile, type World } from './run/compile';
import { tooManyUses } from './run/complexity';
import type { Engine, EngineOptions, JsonForm, JsonResult, RunLimits, RunOptions } from './run/contract';
import { type Database, openDatabase } from './run/database';
import { collect, withinTime } from './run/execute';
import { toProblems } from './run/failures';
import { plainResult } from './run/json-text';
import { createLogStorage, type LogStorage } from './run/log-storage';
import { tooDeep } from './run/nesting';
import { isOverflow } from './run/overflow';
import { originalProblem, prepare } from './run/prepare';
import { type QueryOptions, withQueryOptions } from './run/query-options';
import type { Storage } from './sql/context';
import { plainForm } from './sql/json-rows';

export type { Engine, EngineOptions, LogRow, RunOptions } from './run/contract';

/** What a query may cost when its caller does not say. */
const defaultLimits: RunLimits = { rows: 500_000, bytes: 100_000_000, waitMs: 180_000 };

export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { file, memoryLimitMb = 1024, threads = 2, tables, environment } = options;
  const database = await openDatabase({ file, memoryLimitMb, threads });
  return engineOver(database, await createLogStorage(database, tables), tables, environment);
}

/** The engine on a database that its caller opened: to ask it in SQL as well, or to write before the parser is loaded. */
export function engineOver(
  database: Database,
  storage: LogStorage,
  tables: readonly TableSchema[],
  environment?: EngineOptions['environment'],
): Engine {
  const worldOf = worlds(tables, () => completeEnvironment(environment?.()));

  const worldFor = (text: string, { world = 'hunting' }: RunOptions): World =>
    worldOf(world, text, readsEverything(text) ? storage.tables() : undefined);

  async function answer(
    connection: DuckDBConnection,
    text: string,
    runOptions: QueryOptions,
    form: JsonForm,
    within: Storage,
  ): Promise<JsonResult> {
    const started = performance.now();
    const world = worldFor(text, runOptions);
    const prepared = await prepare(text, world, within, runOptions, connection);
    const compiled = compile(prepared.text, world, within, runOptions, form);
    if (!compiled.ok) {
      const problems = compiled.problems.map((problem) => originalProblem(problem, prepared.insertions));
      return { ok: false, problems };
    }
    const compileMs = performance.now() - started;
    const fetched = async ({ name, rows, sql }: CompiledTable) => {
      const { rows: json, truncated } = await collect(connection, sql, runOptions.limits, runOptions.takeMost);
      const columns = rows.columns.map((column) => ({ name: column.name, type: column.type }));
      return { table: { name, columns, json }, truncated };
    };
    const { table, truncated: first } = await fetched(compiled);
    let truncated = first;
    const more: (typeof table)[] = [];
    for (const each of compiled.more) {
      const further = await fetched(each);
      more.push(further.table);
      truncated ??= further.truncated;
    }
    return {
      ok: true,
      ...table,
      ...(more.length > 0 && { more }),
      ...(compiled.render && { render: compiled.render }),
      ...(truncated && { truncated }),
      statistics: { compileMs, executeMs: performance.now() - started - compileMs },
    };
  }

  async function runJson(text: string, runOptions: RunOptions, form: JsonForm): Promise<JsonResult> {
    const tooMuch = tooDeep(text) ?? tooManyUses(text);
    if (tooMuch) return { ok: false, problems: [tooMuch] };
    const connection = await database.acquire();
    try {
      const asked = { ...runOptions, limits: runOptions.limits ?? defaultLimits };
      const options = withQueryOptions(text, () => worldFor(text, asked).language, asked);
      const ask = (within: Storage) => answer(connection, text, options, form, within);
      return await withinTime(connection, options.limits.waitMs, options.signal, () =>
        ask(storage).catch((cause: unknown) => {
          if (isOverflow(cause)) return ask({ ...storage, wraps: true });
          throw cause;
        }),
      );
    } catch (cause) {
      return { ok: false, problems: toProblems(cause, text) };
    } finally {
      database.release(connection);
    }
  }

  return {
    append: storage.append,
    multiply: storage.multiply,
    run: async (text, runOptions) => plainResult(await runJson(text, runOptions, plainForm)),
    runJson,
    counts: storage.counts,
    snapshot: storage.snapshot,
    close: async () => database.close(),
  };
}

/** `search` without `in` and `union *` range over all tables: those without rows would only add thousands of empty columns. */
function readsEverything(text: string): boolean {
  const search = /(?:^|[;(=])\s*(?:search|find)\b[^|;]*/.exec(text.replace(/\/\/.*$/gm, ''));
  return (search !== null && !/\bin\s*\(/.test(search[0])) || /\bunion\b[^|;]*[\s,(]\*/.test(text);
}

const namesOf = (environment: () => Environment, world: 'hunting' | 'workspace'): KqlEnvironment => ({
  functions: () => environment().functions,
  watchlistColumns: (alias) => environment().watchlists.find((watchlist) => watchlist.alias === alias)?.columns,
  revision: () => environment().watchlists,
  hunting: world === 'hunting',
});

type WorldOf = (name: 'hunting' | 'workspace', text: string, only: readonly string[] | undefined) => World;

/** A language per world and choice of tables, made when first asked for: making one takes a few hundred milliseconds. */
function worlds(tables: readonly TableSchema[], environment: () => Environment): WorldOf {
  const made = new Map<string, World>();
  return (name, text, only) => {
    const inWorld = tables.filter((table) => name === 'hunting' || table.world !== 'defender');
    const visible = only ? inWorld.filter((table) => only.includes(table.name) || text.includes(table.name)) : inWorld;
    const key = `${name} ${only ? visible.map((table) => table.name).join(' ') : ''}`;
    const found = made.get(key);
    if (found) return found;
    const world: World = {
      language: createLanguage(visible, namesOf(environment, name)),
      environment,
      tables: new Map(visible.map((table) => [table.name, table])),
    };
    // Which tables have rows changes seldom; the worlds of long ago are not worth their memory.
    if (made.size > 6) made.clear();
    made.set(key, world);
    return world;
  };
}
