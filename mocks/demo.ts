/**
 * `npm start` and `npm run dev`: a mock tenant and a console that talks to it, as two processes, one command.
 * Whichever ends takes the other with it and says why.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsFrom } from '@/mocks/server-settings';
import { consoleSettings, readTenantFile } from '@/mocks/tenant-file';

const next = 'node_modules/next/dist/bin/next';
const portSchema = z.coerce.number().int().min(1).max(65_535).default(3000);
/** The demo's own store: its tenant begins anew at each start, and a mirror of the last one would contradict it. */
const demoStore = '.onequeue/demo';
const patienceMs = 120_000;
const graceMs = 5000;

const children = new Map<string, ChildProcess>();
let leaving = false;

type Env = Readonly<Record<string, string>>;

function run(name: string, script: readonly string[], env: Env, output: 'inherit' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, script, {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, 'inherit'],
  });
  children.set(name, child);
  child.once('exit', () => children.delete(name));
  return child;
}

/** How a process ended, in words. */
function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (failure) => resolve(failure.message));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
}

async function leave(code: number): Promise<never> {
  leaving = true;
  const endings = [...children.values()].map(ending);
  for (const child of children.values()) child.kill('SIGTERM');
  const impatient = setTimeout(() => {
    for (const child of children.values()) child.kill('SIGKILL');
  }, graceMs);
  await Promise.all(endings);
  clearTimeout(impatient);
  process.exit(code);
}

function watch(name: string, child: ChildProcess): void {
  void ending(child).then((how) => {
    if (leaving) return;
    console.error(`The ${name} ${how}; stopping.`);
    return leave(1);
  });
}

function startTenant(): Promise<void> {
  const tenant = run('tenant', ['--import', 'tsx', 'mocks/server.ts'], {}, 'pipe');
  watch('tenant', tenant);
  return new Promise((resolve) => {
    tenant.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes('tenant ready')) resolve();
    });
  });
}

async function build(): Promise<void> {
  const how = await ending(run('build', [next, 'build'], { NEXT_TELEMETRY_DISABLED: '1' }, 'inherit'));
  if (how !== 'ended with code 0') throw new Error(`next build ${how}.`);
}

/** What lib/upstream reads: the same names point a console at a real tenant. */
async function consoleEnv(folder: string, tenantPort: number): Promise<Env> {
  return {
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    NEXT_TELEMETRY_DISABLED: '1',
    ONEQUEUE_UPSTREAM: `https://localhost:${tenantPort}`,
    ...consoleSettings(await readTenantFile(folder)),
    ONEQUEUE_STORE: demoStore,
    // A demo has no sign-in: its visitor may be any of the team.
    ONEQUEUE_USER_SWITCH: 'on',
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await fetch(url, { redirect: 'manual' });
      return;
    } catch (failure) {
      if (Date.now() > deadline) throw new Error(`The console did not answer at ${url}.`, { cause: failure });
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function main(): Promise<void> {
  const mode = z.enum(['start', 'dev']).parse(process.argv[2]);
  const port = portSchema.parse(process.env.PORT);
  const { folder, port: tenantPort } = settingsFrom(process.env);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(0));

  await Promise.all([startTenant(), mode === 'start' ? build() : undefined]);
  await rm(demoStore, { recursive: true, force: true });
  const env = { ...(await consoleEnv(folder, tenantPort)), PORT: String(port) };
  watch('console', run('console', [next, mode, '-p', String(port)], env, 'inherit'));
  await untilItAnswers(`http://127.0.0.1:${port}/`);
  console.log(`\nOneQueue is open at http://localhost:${port}\n`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  void leave(1);
});
