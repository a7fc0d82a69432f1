/** AzureDiagnostics: Key Vault audit events, nearly all from applications. */
import { apps } from '@/mocks/company/apps';
import { keyVault } from '@/mocks/company/azure';
import { vaultRow } from '@/mocks/company/telemetry/cloud';
import type { NoiseTable } from '@/mocks/noise/table';

const paths = [
  'secrets/erp-api-token',
  'secrets/portal-cookie-key',
  'secrets/smtp-relay',
  'keys/token-signing',
  'certificates/portal-tls',
];
const readers = ['nora.whitfield', 'devon.clarke', 'kiran.bhat'];

export const azureDiagnostics: NoiseTable = {
  table: 'AzureDiagnostics',
  share: 0.02,
  rhythm: 'machines',
  row: ({ at, company, random }) => {
    const vaults = company.azureResources.filter((resource) => resource.type === 'Microsoft.KeyVault/vaults');
    const path = random.pick(paths);
    const byPerson = random.chance(0.02);
    return vaultRow({
      at,
      upn: byPerson ? company.person(random.pick(readers)).upn : '',
      appId: byPerson ? apps.azurePortal.appId : apps.salesHub.appId,
      callerIp: byPerson ? '198.51.100.10' : '198.51.100.61',
      vault: random.chance(0.6) ? keyVault : random.pick(vaults),
      operation: path.startsWith('keys')
        ? 'KeySign'
        : path.startsWith('certificates')
          ? 'CertificateGet'
          : random.chance(0.9)
            ? 'SecretGet'
            : 'Authentication',
      path,
      allowed: random.chance(0.985),
      correlationId: random.guid(),
    });
  },
};
