/**
 * The console's own database: a mirror for quick starts and the journal of what analysts said. Embedded Postgres
 * (PGlite) in a directory by default, a Postgres server by DATABASE_URL; the SQL is the same.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { alertBriefs } from '@/lib/store/alert-briefs';
import { alertSummaries } from '@/lib/store/alert-summaries';
import { changes } from '@/lib/store/changes';
import { chosenKeys } from '@/lib/store/chosen-keys';
import { claims } from '@/lib/store/claims';
import { commands } from '@/lib/store/commands';
import { lockDirectory } from '@/lib/store/directory-lock';
import { handOvers } from '@/lib/store/hand-overs';
import { incidentCopies } from '@/lib/store/incident-copies';
import { incidentHistory } from '@/lib/store/incident-history';
import { incidentLooks } from '@/lib/store/incident-looks';
import { holdLease, type Lease, leases } from '@/lib/store/leases';
import { listen } from '@/lib/store/listen';
import { marks } from '@/lib/store/marks';
import { migrate } from '@/lib/store/migrate';
import { savedViews } from '@/lib/store/saved-views';
import type { Tables } from '@/lib/store/schema';
import { StoreError } from '@/lib/store/store-error';
import { visits } from '@/lib/store/visits';

/** `memory` is for tests: nothing survives `close`. `from` is a database as PGlite dumps it: making one takes seconds. */
export type StorePlace =
  | { kind: 'memory'; from?: Blob }
  | { kind: 'directory'; path: string }
  | { kind: 'server'; url: string };

/** The console's tables, as `Store` has them and as a transaction has them. */
function tablesOf(database: Kysely<Tables>) {
  return {
    incidentCopies: incidentCopies(database),
    alertBriefs: alertBriefs(database),
    alertSummaries: alertSummaries(database),
    commands: commands(database),
    incidentHistory: incidentHistory(database),
    incidentLooks: incidentLooks(database),
    handOvers: handOvers(database),
    marks: marks(database),
    savedViews: savedViews(database),
    visits: visits(database),
    chosenKeys: chosenKeys(database),
  };
}

export type StoreTables = ReturnType<typeof tablesOf>;

/** What the one process writes that follows the systems. Of the journal's writes each is a transaction of its own. */
export type FencedTables = Omit<StoreTables, 'commands'>;

export type Store = StoreTables & {
  leases: ReturnType<typeof leases>;
  claims: ReturnType<typeof claims>;
  changes: ReturnType<typeof changes>;
  /** All of `write` or nothing, and only while the lease is held; rejects with `LeaseLost` otherwise. */
  under<Result>(lease: Lease, write: (tables: FencedTables) => Promise<Result>): Promise<Result>;
  /**
   * Writes what stands only in the database's log into its files. The embedded database does so by itself only when it
   * is closed or a gigabyte has come together, and one that was killed reads all of that again when it is opened.
   */
  checkpoint(): Promise<void>;
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

/** A way to the database, and what is particular about this one. */
type Connection = {
  dialect: Dialect;
  /** Nobody else can use the database. */
  alone: boolean;
  /** How the database knows this process: its `application_name`. */
  origin: string;
  listen: (heard: () => void) => () => void;
};

function embedded(pglite: PGlite): Connection {
  return {
    dialect: new PGliteDialect({ pglite }),
    alone: true,
    // PGlite's sessions have no name.
    origin: '',
    // Nobody else is there to be heard of.
    listen: () => () => {},
  };
}

function served(url: string): Connection {
  // Ours has to differ from process to process, so one that the address carries is left out.
  const connectionString = url.replace(/([?&])application_name=[^&]*&?/u, '$1');
  const origin = `onequeue-${crypto.randomUUID()}`;
  const pool = new Pool({ connectionString, application_name: origin, max: 5 });
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end the process.
  pool.on('error', (error) => console.warn('onequeue: the database closed a connection', error.message));
  return {
    dialect: new PostgresDialect({ pool }),
    alone: false,
    origin,
    listen: (heard) => listen(connectionString, heard),
  };
}

async function open({ dialect, alone, origin, listen }: Connection, release: () => void): Promise<Store> {
  const database = new Kysely<Tables>({ dialect });
  await migrate(database);
  return {
    ...tablesOf(database),
    leases: leases(database, { holder: origin === '' ? 'embedded' : origin, alone }),
    claims: claims(database, { holder: origin === '' ? 'embedded' : origin, alone }),
    changes: changes(database, { origin, listen }),
    under: (lease, write) =>
      database.transaction().execute(async (transaction) => {
        await holdLease(transaction, lease);
        return write(tablesOf(transaction));
      }),
    checkpoint: async () => {
      // A server has a process of its own for this.
      if (alone) await sql`checkpoint`.execute(database);
    },
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
    if (place.kind === 'memory') {
      const pglite = await PGlite.create(place.from === undefined ? {} : { loadDataDir: place.from });
      return await open(embedded(pglite), release);
    }
    mkdirSync(dirname(place.path), { recursive: true });
    release = lockDirectory(place.path);
    return await open(embedded(await PGlite.create(place.path)), release);
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
