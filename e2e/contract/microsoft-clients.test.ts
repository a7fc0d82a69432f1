/**
 * Microsoft's own clients against the tenant, over TLS, unmodified: what they send is what Microsoft receives, and
 * whatever they can't read or get over would be a mistake of the tenant's.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { tenantIds } from '@/mocks/company/tenant-ids';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsx = join(root, 'node_modules/.bin/tsx');
const port = 4841;
const folder = mkdtempSync(join(tmpdir(), 'microsoft-clients-'));
const incidents = 80;
const patienceMs = 120_000;

const sentinelSeen = z.object({
  pages: z.array(z.number()),
  distinct: z.number(),
  open: z.array(z.string()),
  alerts: z.array(z.string()),
  entities: z.number(),
  entityCounts: z.number(),
});
const graphSeen = z.object({ incidents: z.number(), distinct: z.number() });

let tenant: ChildProcess;
let seen: Record<string, unknown>;

async function startTenant(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'mocks/server.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      TENANT_PORT: String(port),
      TENANT_DIR: folder,
      TENANT_INCIDENTS: String(incidents),
      TENANT_ROWS: '0',
      TENANT_TRICKLE: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('tenant ready')) resolve();
    });
    child.once('exit', () => reject(new Error(`the tenant did not start: ${said}`)));
  });
  return child;
}

beforeAll(async () => {
  tenant = await startTenant();
  const { stdout } = await promisify(execFile)(tsx, ['e2e/contract/microsoft-clients-child.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      TENANT_ORIGIN: `https://localhost:${port}`,
      TENANT_CLIENT_CERTIFICATE: join(folder, 'client.pem'),
    },
    maxBuffer: 10_000_000,
  });
  seen = JSON.parse(stdout);
}, patienceMs);

afterAll(async () => {
  const gone = once(tenant, 'exit');
  tenant.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

test('@azure/identity gets one token for each API, and reads the refusals', () => {
  expect(seen.tokens).toMatchObject({
    audiences: [
      'https://graph.microsoft.com',
      'https://management.azure.com',
      'https://api.loganalytics.io',
      'https://api.securitycenter.microsoft.com',
    ],
    wrongSecret: { message: expect.stringContaining('AADSTS7000215') },
    readerWrites: { status: 403, code: 'AuthorizationFailed' },
  });
});

test('@azure/identity proves the application by its certificate', () => {
  expect(seen.byCertificate).toEqual({ appid: tenantIds.clientId, aud: 'https://graph.microsoft.com', reads: true });
});

test('@azure/msal-node gets a token for an application', () => {
  expect(seen.applicationOfMsal).toMatchObject({ roles: expect.arrayContaining(['SecurityIncident.Read.All']) });
});

test('@azure/msal-node signs a person in with PKCE, changes APIs in silence, and learns of the revocation', () => {
  expect(seen.signInOfAPerson).toEqual({
    state: 'here & there',
    account: { username: 'maya.chen@contoso.com', name: 'Maya Chen', tenantId: tenantIds.tenantId },
    fromCache: true,
    azure: { aud: 'https://management.azure.com', scp: 'user_impersonation', fromCache: false },
    thrownOut: 'AADSTS50173',
  });
});

test('@azure/identity acts on behalf of a person, who is named as the author', () => {
  expect(seen.onBehalf).toEqual({ author: 'Maya Chen', message: 'Maya was here' });
});

test('@azure/arm-securityinsight pages, reads, changes, loses a race, comments and follows an incident', () => {
  expect(seen.sentinel).toMatchObject({
    created: '2025-01-15T08:48:44.593Z',
    changed: { severity: 'Medium', labels: ['by Microsoft’s client'] },
    newEtag: true,
    stale: { status: 409, code: 'Conflict', message: expect.stringMatching(/^Newer version of resource '.+' exists/) },
    comment: { message: 'seen by the SDK', author: 'OneQueue' },
    comments: expect.arrayContaining(['seen by the SDK']),
    commentsLeft: expect.not.arrayContaining(['seen by the SDK']),
    entityKinds: expect.arrayContaining(['Account', 'Ip', 'AzureResource']),
    missing: { status: 404, code: 'NotFound' },
  });
  const { pages, distinct, open, alerts, entities, entityCounts } = sentinelSeen.parse(seen.sentinel);
  expect(pages.length).toBeGreaterThan(1);
  expect(distinct).toBe(pages.reduce((sum, length) => sum + length, 0));
  expect(new Set(open)).toEqual(new Set(['New']));
  expect(new Set(alerts)).toEqual(new Set(['SecurityAlert']));
  expect(entities).toBe(entityCounts);
});

test('@microsoft/microsoft-graph-client pages, reads, changes, comments and hunts', () => {
  expect(seen.graph).toMatchObject({
    firstPage: 50,
    title: expect.stringContaining('Multi-stage attack'),
    alerts: true,
    changed: { status: 'inProgress', customTags: ['from the Graph client'] },
    comments: expect.arrayContaining(['seen by the SDK']),
    schema: [{ name: 'Count', type: 'Int64' }],
    rows: [{ Count: expect.any(Number) }],
    broken: { status: 400, code: 'BadRequest', message: expect.stringContaining('NoSuchTable') },
    missing: { status: 404, code: 'NotFound' },
  });
  const graph = graphSeen.parse(seen.graph);
  expect(graph.incidents).toBeGreaterThan(50);
  expect(graph.distinct).toBe(graph.incidents);
});

test('@azure/monitor-query-logs reads types, an answer that was cut, and a refusal', () => {
  expect(seen.logs).toEqual({
    columns: ['TimeGenerated: datetime', 'IncidentNumber: int', 'Labels: dynamic', 'Severity: string'],
    time: true,
    number: 'number',
    labels: true,
    statistics: true,
    cut: { code: 'PartialError', rows: 500_000 },
    broken: { status: 400, code: 'BadArgumentError', message: expect.any(String) },
  });
});

test('each waits for Retry-After and sits an outage out by its own policy', () => {
  const throttled = (api: string) => ({ answers: { [`${api} 429`]: 1, [`${api} 200`]: 1 }, waited: true });
  const down = (api: string) => ({ [`${api} 503`]: 2, [`${api} 200`]: 1 });
  expect(seen.retries).toEqual({
    sentinelThrottled: throttled('arm'),
    sentinelDown: down('arm'),
    graphThrottled: throttled('graph'),
    graphDown: down('graph'),
    logsThrottled: throttled('logs'),
    logsDown: down('logs'),
  });
});

test('Azure’s pipeline answers a challenge with another token and the same request', () => {
  expect(seen.challenge).toEqual({
    sentinel: { 'arm 401': 1, 'entra 200': 1, 'arm 200': 1 },
    logs: { 'logs 401': 1, 'entra 200': 1, 'logs 200': 1 },
  });
});
