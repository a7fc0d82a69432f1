/** The way the console really goes: Node's own fetch, TLS, a throw-away authority, another process. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillWithCopies } from '@/e2e/contract/client-connection';
import { makeCertificates } from '@/mocks/certificates';
import { serveOverTls, type TlsServer } from '@/mocks/serve-over-tls';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { createTenant, type Tenant } from '@/mocks/tenant';
import { consoleSettings } from '@/mocks/tenant-file';

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = 4551;
const folder = mkdtempSync(join(tmpdir(), 'client-over-tls-'));
let tenant: Tenant;
let server: TlsServer;

beforeAll(async () => {
  const [made, certificates] = await Promise.all([
    createTenant({ incidents: 1, rows: 0, paused: true }),
    makeCertificates(),
  ]);
  tenant = made;
  fillWithCopies(tenant, 60);
  writeFileSync(join(folder, 'ca.pem'), certificates.ca);
  server = await serveOverTls({ tenant, certificates, port });
});
afterAll(async () => {
  await server.close();
  await tenant.close();
  rmSync(folder, { recursive: true, force: true });
});

function runChild(trust: { NODE_EXTRA_CA_CERTS?: string }) {
  return promisify(execFile)(join(root, 'node_modules/.bin/tsx'), ['e2e/contract/client-over-tls-child.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      ONEQUEUE_UPSTREAM: `https://localhost:${port}`,
      ...consoleSettings(tenantFacts),
      ...trust,
    },
  });
}

test('pages are followed, a broken line is survived by a read and reported by a write', async () => {
  const { stdout } = await runChild({ NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') });
  const seen: unknown = JSON.parse(stdout);
  expect(seen).toMatchObject({
    pages: [50, 10],
    afterDrop: '12345',
    write: { code: 'ConnectionFailed', status: 0 },
    serverNow: expect.stringMatching(/^2025-01-15T10:05:0/),
  });
  expect(tenant.store.graphIncidents.byId('12345')?.fields.severity).toBe('high');
});

test('an authority nobody vouched for is not trusted', async () => {
  await expect(runChild({})).rejects.toMatchObject({ stderr: expect.stringContaining('ConnectionFailed') });
});
