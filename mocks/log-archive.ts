/**
 * The telemetry of the last start, kept in a file: making a month of it takes most of a minute's patience, opening it
 * half a second. The file's name is a hash of all that its rows depend on, the generators' source included, so that one
 * that no longer fits is simply not found.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a row of the past is made of. */
const generators = [
  'mocks/company',
  'mocks/noise',
  'mocks/scenarios',
  'mocks/store',
  'mocks/tenant.ts',
  'mocks/kql/run/log-storage.ts',
  'mocks/kql/run/stored-value.ts',
  'mocks/kql/datetime-text.ts',
  'lib/base',
  'lib/kql/catalogue',
  'node_modules/@duckdb/node-api/package.json',
];

export type LogArchive = {
  /** A copy of the kept file to work on; undefined when there is none that fits. */
  checkOut(): Promise<string | undefined>;
  /** Where an engine without a kept file works. */
  freshFile(): Promise<string>;
  /** Keeps what `copy` writes, all of it or nothing, and forgets older files. */
  keep(copy: (file: string) => Promise<void>): Promise<void>;
  /** The kept file is no good. */
  discard(): Promise<void>;
  /** Ends this tenant's copy. */
  leave(): Promise<void>;
};

let copies = 0;

export async function openLogArchive(folder: string, settings: Readonly<Record<string, unknown>>): Promise<LogArchive> {
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const kept = join(folder, `logs-${await keyOf(settings)}.duckdb`);
  copies += 1;
  const working = join(folder, `session-${process.pid}-${copies}.duckdb`);
  const remove = async (file: string) => {
    // The database keeps a folder beside its file when its memory is short.
    for (const path of [file, `${file}.wal`, `${file}.tmp`]) await rm(path, { force: true, recursive: true });
  };
  return {
    checkOut: async () => {
      await remove(working);
      try {
        await copyFile(kept, working, constants.COPYFILE_FICLONE);
        return working;
      } catch (failure) {
        if (isMissing(failure)) return undefined;
        throw failure;
      }
    },
    freshFile: async () => {
      await remove(working);
      return working;
    },
    keep: async (copy) => {
      await copy(`${kept}.new-${process.pid}`);
      await rename(`${kept}.new-${process.pid}`, kept);
      for (const name of await readdir(folder))
        if (/^logs-.*\.duckdb$/.test(name) && join(folder, name) !== kept)
          await rm(join(folder, name), { force: true });
    },
    discard: () => rm(kept, { force: true }),
    leave: () => remove(working),
  };
}

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';

async function keyOf(settings: Readonly<Record<string, unknown>>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const path of generators)
    for (const file of await filesIn(path)) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Ordered, tests left out. */
async function filesIn(path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path];
  const names = await readdir(join(root, path), { recursive: true });
  return names
    .filter((name) => /\.(?:ts|json)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(path, name))
    .sort();
}

/** Removes the copies of tenants that are no more. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^session-(\d+)-\d+\.duckdb|\.duckdb\.new-(\d+)$/.exec(name);
    const owner = Number(pid?.[1] ?? pid?.[2]);
    if (pid && owner !== process.pid && !isRunning(owner))
      await rm(join(folder, name), { force: true, recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process: that is the question.
    return false;
  }
}
