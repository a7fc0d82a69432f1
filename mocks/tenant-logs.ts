/**
 * The tenant's log engine: inside this process and in memory for tests, in a process of its own on a file for a tenant
 * that serves a console. Then the rows of the past are kept between starts.
 */

import { createProcessEngine, usualMemoryMb } from '@/mocks/kql/process/process-engine';
import type { Engine, EngineOptions } from '@/mocks/kql/run/contract';
import { lazyEngine } from '@/mocks/lazy-engine';
import { openLogArchive } from '@/mocks/log-archive';

export type TenantLogs = {
  readonly engine: Engine;
  /** Rows per table that are there from the start; undefined when the past has to be made. */
  readonly kept: Readonly<Record<string, number>> | undefined;
  /** The past is complete: the next start may begin with it. */
  keep(): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** Where the files go; undefined for an engine inside. */
  readonly folder: string | undefined;
  /** All that the rows of the past depend on. */
  readonly settings: Readonly<Record<string, unknown>> & { readonly rows: number };
  readonly environment: EngineOptions['environment'];
  readonly report: (message: string, failure?: unknown) => void;
};

/** More rows than this are written with less memory for the database, which takes as much again beside its own limit. */
const manyRows = 1_000_000;
const writingMemoryMb = 512;

export async function openTenantLogs(options: Options): Promise<TenantLogs> {
  return options.folder === undefined ? inside(options) : onFile(options.folder, options);
}

/** Parser and database are only loaded for a test that asks a query. */
function inside({ environment }: Options): TenantLogs {
  const engine = lazyEngine(async () => {
    const [{ createEngine }, { catalogue }] = await Promise.all([
      import('@/mocks/kql/engine'),
      import('@/lib/kql/catalogue/catalogue'),
    ]);
    return createEngine({ tables: catalogue(), ...(environment && { environment }) });
  });
  return { engine, kept: undefined, keep: async () => undefined, close: () => engine.close() };
}

async function onFile(folder: string, { settings, environment, report }: Options): Promise<TenantLogs> {
  const archive = await openLogArchive(folder, settings);
  const on = (file: string, memoryLimitMb = usualMemoryMb) =>
    createProcessEngine({ file, memoryLimitMb, report, ...(environment && { environment }) });
  const close = (engine: Engine) => async () => {
    await engine.close();
    await archive.leave();
  };
  const copy = await archive.checkOut();
  if (copy !== undefined) {
    const engine = on(copy);
    try {
      return { engine, kept: await engine.ready(), keep: async () => undefined, close: close(engine) };
    } catch (failure) {
      report('the kept log file cannot be opened; its rows are made anew', failure);
      await close(engine)();
      await archive.discard();
    }
  }
  const many = settings.rows > manyRows;
  const engine = on(await archive.freshFile(), many ? writingMemoryMb : usualMemoryMb);
  const keep = async () => {
    await archive.keep((file) => engine.snapshot(file));
    if (many) await engine.renew(usualMemoryMb);
  };
  return { engine, kept: undefined, keep, close: close(engine) };
}
