/**
 * The console's own database: a mirror for quick starts and the journal of what analysts said. Embedded Postgres
 * (PGlite) in a directory by default, a Postgres server by DATABASE_URL; the SQL is the same.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { alertBriefs } from '@/lib/store/alert-briefs';
import { commands } from '@/lib/store/commands';
import { lockDirectory } from '@/lib/store/directory-lock';
import { incidentCopies } from '@/lib/store/incident-copies';
import { marks } from '@/lib/store/marks';
import { migrate } from '@/lib/store/migrate';
import type { Tables } from '@/lib/store/schema';
import { StoreError } from '@/lib/store/store-error';

/** `memory` is for tests: nothing survives `close`. */
export type StorePlace = { kind: 'memory' } | { kind: 'directory'; path: string } | { kind: 'server'; url: string };

export type Store = {
  incidentCopies: ReturnType<typeof incidentCopies>;
  alertBriefs: ReturnType<typeof alertBriefs>;
  commands: ReturnType<typeof commands>;
  marks: ReturnType<typeof marks>;
  close(): Promise<void>;
};

/** Where the environment says the database is. */
export function storePlace(environment: Record<string, string | undefined>): StorePlace {
  if (environment.DATABASE_URL) return { kind: 'server', url: environment.DATABASE_URL };
  return { kind: 'directory', path: environment.ONEQUEUE_STORE || '.onequeue/store' };
}

function nameOf(place: StorePlace): string {
  if (place.kind === 'directory') return place.path;
  // A connection string carries a password; the host is enough to find it.
  return place.kind === 'server' ? new URL(place.url).host : 'memory';
}

async function embedded(path: string | null): Promise<Dialect> {
  const pglite = path === null ? await PGlite.create() : await PGlite.create(path);
  return new PGliteDialect({ pglite });
}

function served(url: string): Dialect {
  const pool = new Pool({ connectionString: url, max: 5 });
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end the process.
  pool.on('error', (error) => console.warn('onequeue: the database closed a connection', error.message));
  return new PostgresDialect({ pool });
}

async function open(dialect: Dialect, release: () => void): Promise<Store> {
  const database = new Kysely<Tables>({ dialect });
  await migrate(database);
  return {
    incidentCopies: incidentCopies(database),
    alertBriefs: alertBriefs(database),
    commands: commands(database),
    marks: marks(database),
    close: async () => {
      await database.destroy();
      release();
    },
  };
}

/** Opens the database and brings it to the current schema. Rejects with a `StoreError` that says what to do. */
export async function openStore(place: StorePlace): Promise<Store> {
  let release = () => {};
  try {
    if (place.kind === 'server') {
      return await open(served(place.url), release);
    }
    if (place.kind === 'memory') return await open(await embedded(null), release);
    mkdirSync(dirname(place.path), { recursive: true });
    release = lockDirectory(place.path);
    return await open(await embedded(place.path), release);
  } catch (error) {
    release();
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const remedy =
      place.kind === 'directory'
        ? 'If its files are damaged, move the directory away: the mirror is read again from Microsoft, unsent commands in it are lost.'
        : 'Check DATABASE_URL and that the server accepts connections.';
    throw new StoreError(`The console's database (${nameOf(place)}) cannot be opened: ${reason}. ${remedy}`, {
      cause: error,
    });
  }
}
