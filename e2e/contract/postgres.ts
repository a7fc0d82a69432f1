/**
 * A Postgres server for tests: the one that TEST_DATABASE_URL names, else a throw-away cluster of the machine's own
 * PostgreSQL on loopback, run by somebody else than root, because Postgres refuses root. Where there is neither, the
 * tests that need one say that they were skipped.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';

const named = process.env.TEST_DATABASE_URL;
const installations = '/usr/lib/postgresql';

/** The newest installed PostgreSQL's programs. */
function installed(): string | null {
  if (!existsSync(installations)) return null;
  const folders = readdirSync(installations)
    .sort((left, right) => Number(right) - Number(left))
    .map((version) => join(installations, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

const bin = named === undefined ? installed() : null;

/** Why there is no server; null when there is one. For the name of a skipped test. */
export const noPostgres =
  named !== undefined || bin !== null
    ? null
    : 'skipped: no PostgreSQL here (install one, or set TEST_DATABASE_URL to a server on which databases may be made)';

export type Postgres = {
  /** An empty database of its own. */
  database(): Promise<string>;
  stop(): Promise<void>;
};

/** `nobody` everywhere that Postgres' own user may be missing. */
const nobody = 65_534;
const asSomebody: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return address.port;
}

async function connected(url: string, deadlineMs: number, server: ChildProcess): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error(`Postgres ended with ${server.exitCode}`, { cause: error });
      if (Date.now() > deadlineMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function startCluster(programs: string): Promise<{ url: string; stop: () => Promise<void> }> {
  // Below /tmp itself: the user who runs it cannot look into everybody's folders for temporary files.
  const home = mkdtempSync('/tmp/onequeue-postgres-');
  if (asSomebody.uid !== undefined) chownSync(home, nobody, nobody);
  const folder = join(home, 'cluster');
  const settings = ['-D', folder, '-U', 'onequeue', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
  const made = spawnSync(join(programs, 'initdb'), settings, { ...asSomebody, cwd: home, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-k', home, '-c', 'fsync=off', '-c', 'max_connections=60'],
    { ...asSomebody, cwd: home, stdio: 'ignore' },
  );
  const url = `postgres://onequeue@127.0.0.1:${port}/postgres`;
  // Not left running should the test's process end without stopping it.
  const orphaned = () => server.kill('SIGQUIT');
  process.once('exit', orphaned);
  await connected(url, Date.now() + 60_000, server);
  return {
    url,
    stop: async () => {
      process.removeListener('exit', orphaned);
      // An immediate shutdown: nothing of it is needed any more.
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Rejects where `noPostgres` says that there is none. */
export async function startPostgres(): Promise<Postgres> {
  if (named === undefined && bin === null) throw new Error(noPostgres ?? '');
  const { url, stop } = bin === null ? { url: named ?? '', stop: async () => {} } : await startCluster(bin);
  const made: string[] = [];
  return {
    async database() {
      const name = `onequeue_test_${crypto.randomUUID().replaceAll('-', '')}`;
      await execute(url, `create database ${name}`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      // A cluster of our own goes as a whole.
      if (bin === null) for (const name of made) await execute(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}
