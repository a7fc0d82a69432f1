/**
 * One tenant and one console per worker, as processes of their own: the console under test reaches the tenant
 * over TLS exactly as it would reach Microsoft. Ports are derived from the worker's number.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { consoleSettings, readTenantFile, type TenantFile } from '@/mocks/tenant-file';

export type Stack = {
  /** Where the console answers, e.g. http://127.0.0.1:3100 */
  consoleUrl: string;
  /** From starting the console's process until it answers. */
  consoleReadyMs: number;
  facts: TenantFile;
  /** Asks the tenant directly, as another portal would: `<microsoft-host>/<path>`, with a token of its own. */
  tenant: (hostAndPath: string, init?: { method?: string; body?: unknown; audience?: string }) => Promise<TenantReply>;
  stop: () => Promise<void>;
};
export type TenantReply = { status: number; body: unknown };

/** What the wire said, before anybody waited for it. */
type Answer = TenantReply & { retryAfterSeconds: number };

export type StackOptions = {
  portOffset: number;
  incidents?: number;
  rows?: number;
  /** The console's database, when it shall find one; an empty one of its own otherwise. */
  store?: string;
  /** A large tenant takes its time. */
  waitMs?: number;
};

function untilLine(child: ChildProcess, pattern: RegExp, waitMs: number, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const timer = setTimeout(() => reject(new Error(`${name} was not ready within ${waitMs} ms:\n${seen}`)), waitMs);
    const read = (chunk: Buffer) => {
      seen += chunk.toString();
      if (!pattern.test(seen)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${name} ended with ${code}:\n${seen}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(killer);
}

/** node:https instead of fetch: each stack has a CA of its own, which a running process can't be told to trust. */
function ask(url: string, ca: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(url, { method, headers, ca }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          body: text === '' ? null : JSON.parse(text),
          retryAfterSeconds: Number(response.headers['retry-after'] ?? 1),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const audiences: Record<string, string> = {
  'graph.microsoft.com': 'https://graph.microsoft.com',
  'management.azure.com': 'https://management.azure.com',
  'api.loganalytics.azure.com': 'https://api.loganalytics.io',
  'api.security.microsoft.com': 'https://api.securitycenter.microsoft.com',
};

function tenantClient(origin: string, ca: string, facts: TenantFile): Stack['tenant'] {
  const tokens = new Map<string, string>();
  const tokenFor = async (audience: string): Promise<string> => {
    const known = tokens.get(audience);
    if (known) return known;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: facts.clientId,
      client_secret: facts.clientSecret,
      scope: `${audience}/.default`,
    });
    const reply = await ask(
      `${origin}/login.microsoftonline.com/${facts.tenantId}/oauth2/v2.0/token`,
      ca,
      'POST',
      { 'content-type': 'application/x-www-form-urlencoded' },
      form.toString(),
    );
    const token = z.object({ access_token: z.string() }).parse(reply.body).access_token;
    tokens.set(audience, token);
    return token;
  };
  return async (hostAndPath, init = {}) => {
    const host = hostAndPath.split('/', 1)[0] ?? '';
    const audience = init.audience ?? audiences[host];
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      prefer: 'include-unknown-enum-members',
      ...(audience ? { authorization: `Bearer ${await tokenFor(audience)}` } : {}),
    };
    const body = init.body === undefined ? undefined : JSON.stringify(init.body);
    for (;;) {
      const {
        status,
        body: reply,
        retryAfterSeconds,
      } = await ask(`${origin}/${hostAndPath}`, ca, init.method ?? 'GET', headers, body);
      // The console and the test share the tenant's quotas: whoever is throttled waits, as Microsoft asks.
      if (status !== 429) return { status, body: reply };
      await sleep(retryAfterSeconds * 1000);
    }
  };
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'onequeue-e2e-'));
  const tenantPort = 4600 + options.portOffset;
  const consolePort = 3100 + options.portOffset;
  const origin = `https://localhost:${tenantPort}`;
  const shared = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const tenant = spawn(process.execPath, ['--import', 'tsx', 'mocks/server.ts'], {
    env: {
      ...shared,
      TENANT_PORT: String(tenantPort),
      TENANT_DIR: folder,
      // New stories of their own accord would make two runs differ.
      TENANT_TRICKLE: 'off',
      TENANT_DETECTION: 'off',
      TENANT_INCIDENTS: String(options.incidents ?? 200),
      TENANT_ROWS: String(options.rows ?? 20_000),
    },
  });
  await untilLine(tenant, /tenant ready/, options.waitMs ?? 180_000, 'the tenant');
  const facts = await readTenantFile(folder);
  const ca = await readFile(join(folder, 'ca.pem'), 'utf8');
  // The binary itself, not npx: a signal must reach the process that holds the store.
  const next = 'node_modules/next/dist/bin/next';
  const started = performance.now();
  const console = spawn(process.execPath, [next, 'start', '-p', String(consolePort), '-H', '127.0.0.1'], {
    env: {
      ...shared,
      NODE_ENV: 'production',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      ONEQUEUE_UPSTREAM: origin,
      ...consoleSettings(facts),
      ONEQUEUE_STORE: options.store ?? join(folder, 'store'),
    },
  });
  await untilLine(console, /Ready in/, 180_000, 'the console');
  return {
    consoleReadyMs: performance.now() - started,
    consoleUrl: `http://127.0.0.1:${consolePort}`,
    facts,
    tenant: tenantClient(origin, ca, facts),
    stop: async () => {
      await end(console);
      await end(tenant);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
