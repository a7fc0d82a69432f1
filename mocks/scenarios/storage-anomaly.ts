/** Defender for Cloud sees a storage account read from where nobody reads it. */
import { guidOf } from '@/lib/base/random';
import { elsewhere, homeIp } from '@/mocks/company/sites';
import { blobRow } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { azureEvidence, ipEvidence } from '@/mocks/scenarios/kernel/evidence';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random, company } = scene;
  const at = clockOf(scene);
  const account = random.pick(
    company.azureResources.filter((resource) => resource.type === 'Microsoft.Storage/storageAccounts'),
  );
  const person = victimOf(scene);
  const from = { ip: homeIp(240 + random.int(10)), place: random.pick([elsewhere.amsterdam, elsewhere.singapore]) };
  const severity = random.pick(['medium', 'low', 'high'] as const);
  return {
    title: `Access from an unusual location to storage account ${account.name}`,
    description: `${account.name} was read from ${from.place.city}, unlike in the past thirty days.`,
    severity,
    alerts: [
      raiseAlert({
        product: 'cloud',
        key: random.guid(),
        title: 'Access from an unusual location to a storage blob container',
        description: 'The access pattern of the account changed.',
        severity,
        category: 'InitialAccess',
        techniques: ['T1078', 'T1530'],
        firstAt: at(0),
        lastAt: at(5),
        createdAt: at(22),
        detectionSource: 'microsoftDefenderForStorage',
        evidence: [
          azureEvidence(account, { at: at(22), roles: ['attacked'] }),
          ipEvidence(from.ip, from.place, { at: at(22), roles: ['source'] }),
        ],
      }),
    ],
    steps: [
      {
        at: at(0),
        what: `Six blobs of ${account.name} are read from ${from.place.city}`,
        technique: 'T1530',
        rows: () =>
          batches(
            Array.from(
              { length: 6 },
              (_, index): Line => [
                'StorageBlobLogs',
                blobRow({
                  at: at(0, index * 45),
                  person,
                  ip: from.ip,
                  account,
                  container: 'exports',
                  blob: `part-${index}.csv`,
                  bytes: 1_000_000 + index,
                  correlationId: guidOf(`${account.name}/${at(0, index)}`),
                }),
              ],
            ),
          ),
      },
    ],
  };
}

export const storageAnomaly: Story = {
  name: 'storage-anomaly',
  weight: 7,
  verdicts: [verdicts.confirmed, verdicts.business, verdicts.compromised],
  tell,
};
