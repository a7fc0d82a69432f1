/**
 * The mock tenant as a process of its own: `https://localhost:4443/<microsoft-host>/<path>`. Its throw-away CA is
 * written to `.tenant/ca.pem` for NODE_EXTRA_CA_CERTS, what a client must know to `.tenant/tenant.json`, and what it may
 * prove itself with to `.tenant/client.pem`. With `--reset` it forgets first what it kept there: log rows and certificates.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { forgetTenant } from '@/mocks/forget-tenant';
import { keptCertificates } from '@/mocks/kept-certificates';
import { serveOverTls } from '@/mocks/serve-over-tls';
import { settingsFrom } from '@/mocks/server-settings';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { createTenant } from '@/mocks/tenant';
import type { TenantFile } from '@/mocks/tenant-file';

async function main(): Promise<void> {
  const { values: flags } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
  const settings = settingsFrom(process.env);
  if (flags.reset) console.log(`forgotten: ${(await forgetTenant(settings.folder)).join(', ') || 'nothing was kept'}`);
  const certificates = await keptCertificates(settings.folder);
  const clientCertificates = [certificates.clientCert];
  const tenant = await createTenant({ ...settings.tenant, folder: settings.folder, clientCertificates });
  const server = await serveOverTls({ tenant, certificates, port: settings.port });

  await mkdir(settings.folder, { recursive: true });
  await writeFile(join(settings.folder, 'ca.pem'), certificates.ca);
  const { tenantId, clientId, clientSecret, subscriptionId, resourceGroup, workspaceName, workspaceId } = tenantFacts;
  // Key and certificate in one file, as Microsoft's clients take them. The key is for this machine only.
  const clientCertificatePath = resolve(settings.folder, 'client.pem');
  const pem = `${certificates.clientKey.trim()}\n${certificates.clientCert.trim()}\n`;
  await writeFile(clientCertificatePath, pem, { mode: 0o600 });
  const place = { subscriptionId, resourceGroup, workspaceName, workspaceId };
  const facts: TenantFile & { clientCertificatePath: string } = {
    tenantId,
    clientId,
    clientSecret,
    clientCertificatePath,
    ...place,
  };
  await writeFile(join(settings.folder, 'tenant.json'), `${JSON.stringify(facts, null, 2)}\n`);

  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    await server.close();
    await tenant.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      void leave();
    });
  }
  console.log(`tenant ready at https://localhost:${settings.port} (clock ${tenant.clock.iso()})`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
});
