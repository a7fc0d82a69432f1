/**
 * A stolen session walks through Azure: signs in at high risk, lists keys, sweeps the resource groups, reads secrets and
 * gives itself an app role. No product raises anything over it: the workspace's own analytics rules have to.
 */
import { apps } from '@/mocks/company/apps';
import { azureResources, keyVault, storageAccount } from '@/mocks/company/azure';
import { attackerIp, elsewhere } from '@/mocks/company/sites';
import { cloudApps } from '@/mocks/company/telemetry/cloud';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import {
  azureLine,
  cloudLine,
  directoryLines,
  type Foothold,
  signInLines,
  tokenLines,
  vaultLine,
} from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Step } from '@/mocks/scenarios/kernel/story';

const secrets = ['secrets/sql-admin-password', 'secrets/storage-prod-key', 'secrets/erp-api-token', 'keys/backup-wrap'];

/** Fourteen minutes from the sign-in to the app role. */
export function azureIntrusion(scene: Scene): Step[] {
  const person = victimOf(scene);
  const at = clockOf(scene);
  const from: Foothold = { ip: attackerIp(scene.random.between(120, 180)), place: elsewhere.chisinau };
  const sweep = azureResources.filter((resource) => !resource.type.startsWith('Microsoft.Logic')).slice(0, 16);
  const access = { person, from, appId: apps.azureCli.appId, vault: keyVault };
  const application = {
    type: 'ServicePrincipal',
    displayName: 'Mail Archive Connector',
    changes: [{ name: 'AppRole.Value', from: '', to: 'Mail.Read' }],
  };
  const does = (when: number, action: string, object: string, objectType: string): Line =>
    cloudLine({ at: when, person, from, app: cloudApps.azure, action, object, objectType, isAdmin: true });
  return [
    {
      at: at(0),
      what: `${person.upn} signs in at high risk from an address nobody knows`,
      technique: 'T1078.004',
      rows: () =>
        batches([
          ...signInLines({ at: at(0), person, from, app: apps.azurePortal, risk: 'high' }),
          ...tokenLines({ at: at(4), person, from, app: apps.azureCli, risk: 'high' }),
          does(at(0, 2), 'Log on', 'Azure Portal', 'Service'),
        ]),
    },
    {
      at: at(3),
      what: 'Storage keys are listed and the vault is looked at',
      technique: 'T1530',
      rows: () =>
        batches([
          azureLine(at(3), person, from, storageAccount, 'Microsoft.Storage/storageAccounts/listKeys/action'),
          does(at(3, 1), 'List Storage Account Keys', storageAccount.name, 'Azure resource'),
          azureLine(at(3, 20), person, from, keyVault, 'Microsoft.KeyVault/vaults/read'),
        ]),
    },
    {
      at: at(5),
      what: 'A script reads sixteen resources in many groups within two minutes',
      technique: 'T1580',
      rows: () =>
        batches(
          sweep.map((resource, index) => azureLine(at(5, index * 6), person, from, resource, `${resource.type}/read`)),
        ),
    },
    {
      at: at(9),
      what: 'Secrets and a key are read from the vault',
      technique: 'T1555.006',
      rows: () =>
        batches([
          vaultLine({ ...access, at: at(9), operation: 'SecretList', path: 'secrets' }),
          ...secrets.map((path, index) =>
            vaultLine({
              ...access,
              at: at(9, (index + 1) * 8),
              operation: path.startsWith('keys/') ? 'KeyGet' : 'SecretGet',
              path,
            }),
          ),
          vaultLine({ ...access, at: at(9, 50), operation: 'SecretGet', path: 'secrets/smtp-relay' }),
        ]),
    },
    {
      at: at(14),
      what: 'An application is given an app role',
      technique: 'T1098.001',
      rows: () =>
        batches([
          ...directoryLines(
            {
              by: person,
              ip: from.ip,
              success: true,
              reason: '',
              category: 'ApplicationManagement',
              targets: [application],
              at: at(14),
              operation: 'Add app role assignment to service principal',
            },
            from,
          ),
        ]),
    },
  ];
}
