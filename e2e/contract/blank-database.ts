/**
 * Embedded databases that were made before: making one takes seconds of computing, filling one from an archive a
 * fraction of that, and nearly every test of the hub wants one. The archive is made by whoever needs it first.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { StorePlace } from '@/lib/store/store';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** What one version of the database wrote is not for another one. */
function archivePath(): string {
  const described: unknown = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8'));
  const version = typeof described === 'object' && described !== null ? Reflect.get(described, 'version') : undefined;
  return join(modules, '.cache', 'onequeue', `blank-database-${String(version)}.tar`);
}

async function makeArchive(path: string): Promise<void> {
  const database = await PGlite.create();
  const archive = await database.dumpDataDir('none');
  await database.close();
  mkdirSync(join(path, '..'), { recursive: true });
  // Two workers may be at it at once: each file is whole when it gets its name.
  const unnamed = `${path}.${randomUUID()}`;
  writeFileSync(unnamed, new Uint8Array(await archive.arrayBuffer()));
  renameSync(unnamed, path);
}

async function archive(): Promise<Blob> {
  const path = archivePath();
  if (!existsSync(path)) await makeArchive(path);
  return new Blob([readFileSync(path)]);
}

/** An empty database in memory. */
export async function blankMemory(): Promise<StorePlace> {
  return { kind: 'memory', from: await archive() };
}

/** Puts an empty database into a directory that is not there yet. */
export async function blankDirectory(path: string): Promise<StorePlace> {
  const database = await PGlite.create(path, { loadDataDir: await archive() });
  await database.close();
  return { kind: 'directory', path };
}
