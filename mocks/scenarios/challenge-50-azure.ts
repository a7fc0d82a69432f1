/** The second half of Challenge 50: the portal, the vault, the downloads, and the try to stay. */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import { azureResources, keyVault, sqlServer, storageAccount } from '@/mocks/company/azure';
import { blobRow, cloudApps, type DirectoryChange } from '@/mocks/company/telemetry/cloud';
import { type Cast, intruder } from '@/mocks/scenarios/challenge-50-cast';
import { carpathia } from '@/mocks/scenarios/kernel/attack';
import { directoryLines, type Foothold, vaultLine } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Step } from '@/mocks/scenarios/kernel/story';

const backdoor = 'svc-backup-sync';
type Target = DirectoryChange['targets'][number];

export function azurePortal({ at, signsIn, does, operates }: Cast): Step[] {
  const sweep = azureResources.filter((resource) => !resource.type.startsWith('Microsoft.Logic')).slice(0, 16);
  return [
    {
      at: at(35, 12),
      what: 'The Azure portal opens for the stolen session; storage keys are listed and the vault opened up',
      technique: 'T1530',
      rows: () =>
        batches([
          ...signsIn(at(35, 12), intruder, { risk: 'medium' }),
          does(at(35, 14), cloudApps.azure, 'Log on', 'Azure Portal', 'Service'),
          operates(at(38, 20), storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action'),
          does(at(38, 21), cloudApps.azure, 'List Storage Account Keys', storageAccount.name, 'Azure resource'),
          operates(at(39, 2), keyVault, 'Microsoft.KeyVault/vaults/read'),
          operates(at(40, 44), keyVault, 'Microsoft.KeyVault/vaults/accessPolicies/write'),
          does(at(40, 45), cloudApps.azure, 'Update Key Vault Access Policies', keyVault.name, 'Azure resource'),
          operates(at(41, 10), sqlServer, 'Microsoft.Sql/servers/firewallRules/write'),
        ]),
    },
    {
      at: at(68, 40),
      what: 'A script walks the subscriptions: more than ten operations over many resource groups within five minutes',
      technique: 'T1580',
      // Sixteen operations between 09:40:10 and 09:43:40, all inside one five-minute bin.
      rows: () =>
        batches([
          ...signsIn(at(68, 40), intruder, { app: apps.azureCli, risk: 'medium' }),
          ...sweep.map((resource, index) => operates(at(70, 10 + index * 14), resource, `${resource.type}/read`)),
        ]),
    },
  ];
}

export const secrets = [
  'secrets/sql-admin-password',
  'secrets/storage-prod-key',
  'secrets/erp-api-token',
  'secrets/smtp-relay',
  'keys/backup-wrap',
  'secrets/github-deploy',
];

export function vaultReads(
  { alex, does }: Cast,
  from: Foothold,
  start: number,
  paths: readonly string[],
  what: string,
): Step {
  const access = { person: alex, from, appId: apps.azureCli.appId, vault: keyVault };
  return {
    at: start,
    what,
    technique: 'T1555.006',
    rows: () =>
      batches([
        vaultLine({ ...access, at: start, operation: 'SecretList', path: 'secrets' }),
        ...paths.flatMap((path, index): Line[] => {
          const when = start + (index + 1) * 11_000;
          const operation = path.startsWith('keys/') ? 'KeyGet' : 'SecretGet';
          return [
            vaultLine({ ...access, at: when, operation, path }),
            does(when, cloudApps.keyVault, operation, `${keyVault.name}/${path}`, 'Secret', from),
          ];
        }),
      ]),
  };
}

export function downloads({ alex, at, does }: Cast): Step {
  const blobs = Array.from(
    { length: 24 },
    (_, index) => `2025/01/customers-${String(index + 1).padStart(2, '0')}.parquet`,
  );
  return {
    at: at(76),
    what: 'Twenty-four customer exports are downloaded from stcontosoprod',
    technique: 'T1530',
    rows: () =>
      batches(
        blobs.flatMap((blob, index): Line[] => {
          const when = at(76, index * 13);
          const row = blobRow({
            at: when,
            person: alex,
            ip: intruder.ip,
            account: storageAccount,
            container: 'customer-exports',
            blob,
            bytes: 8_000_000 + index * 1_310_720,
            correlationId: guidOf(`blob/${when}`),
          });
          const seen =
            index % 6 === 0 ? [does(when, cloudApps.storage, 'GetBlob', `${storageAccount.name}/${blob}`, 'Blob')] : [];
          return [['StorageBlobLogs', row], ...seen];
        }),
      ),
  };
}

/** Late enough to be still in the 15-minute rule's window when the tenant has run for six minutes. */
export function persistence(on: Cast): Step[] {
  const { at, signsIn, operates } = on;
  return [
    {
      at: at(83, 12),
      what: 'Conditional Access stops two tries with Graph Explorer',
      technique: 'T1078.004',
      rows: () =>
        batches(
          [at(83, 12), at(83, 50)].flatMap((when) =>
            signsIn(when, intruder, { app: apps.graphExplorer, risk: 'high', resultType: 53003 }),
          ),
        ),
    },
    {
      at: at(87, 5),
      what: 'A fresh high-risk sign-in from a neighbouring address',
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...signsIn(at(87, 5), carpathia.second, { risk: 'high' }),
          operates(at(87, 15), keyVault, 'Microsoft.KeyVault/vaults/read', carpathia.second),
          operates(at(87, 18), storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action', carpathia.second),
        ]),
    },
    vaultReads(
      on,
      carpathia.second,
      at(87, 20),
      secrets.slice(0, 3),
      'Three secrets are read again, from the new address',
    ),
    newAdministrator(on),
  ];
}

function newAdministrator({ alex, at }: Cast): Step {
  const from = carpathia.second;
  const upn = `${backdoor}@contoso.com`;
  const user = { type: 'User', displayName: backdoor, userPrincipalName: upn };
  const principal = { type: 'ServicePrincipal', displayName: 'Backup Sync Connector' };
  const role = { ...principal, changes: [{ name: 'AppRole.Value', from: '', to: 'Application.ReadWrite.All' }] };
  const does = (when: number, operation: string, category: string, target: Target, refusal = ''): Line[] =>
    directoryLines(
      {
        at: when,
        by: alex,
        ip: from.ip,
        operation,
        category,
        success: refusal === '',
        reason: refusal,
        targets: [target],
      },
      from,
    );
  return {
    at: at(88, 20),
    what: 'A consent, a service principal with an app role, a new user, and a refused try to make it an administrator',
    technique: 'T1098.003',
    rows: () =>
      batches([
        ...does(at(88, 20), 'Consent to application', 'ApplicationManagement', principal),
        ...does(at(88, 41), 'Add service principal', 'ApplicationManagement', principal),
        ...does(at(88, 55), 'Add app role assignment to service principal', 'ApplicationManagement', role),
        ...does(at(89, 8), 'Add user', 'UserManagement', user),
        ...does(
          at(89, 30),
          'Add member to role',
          'RoleManagement',
          user,
          'Insufficient privileges to complete the operation.',
        ),
      ]),
  };
}
