/** Defender for Cloud sees a storage account read from where nobody reads it. */
import { guidOf } from '@/lib/base/random';
import { apps } from '@/mocks/company/apps';
import { elsewhere, homeIp, type Place } from '@/mocks/company/sites';
import { type BlobRead, blobRow } from '@/mocks/company/telemetry/cloud';
import { raiseAlert } from '@/mocks/scenarios/kernel/alert';
import { clockOf, victimOf } from '@/mocks/scenarios/kernel/cast';
import { azureEvidence, ipEvidence } from '@/mocks/scenarios/kernel/evidence';
import { signInLines } from '@/mocks/scenarios/kernel/lines';
import { batches, type Line } from '@/mocks/scenarios/kernel/rows';
import type { Scene, Story, Telling } from '@/mocks/scenarios/kernel/story';
import { hour } from '@/mocks/scenarios/kernel/time';
import { verdicts } from '@/mocks/scenarios/kernel/verdicts';

function tell(scene: Scene): Telling {
  const { random, company } = scene;
  const at = clockOf(scene);
  const account = random.pick(
    company.azureResources.filter((resource) => resource.type === 'Microsoft.Storage/storageAccounts'),
  );
  const person = victimOf(scene);
  const from = { ip: homeIp(240 + random.int(10)), place: random.pick([elsewhere.amsterdam, elsewhere.singapore]) };
  const reads = Array.from(
    { length: 6 },
    (_, index): BlobRead => ({
      at: at(0, index * 45),
      person,
      ip: from.ip,
      account,
      container: 'exports',
      blob: `part-${index}.csv`,
      bytes: 1_000_000 + index,
      correlationId: guidOf(`${account.name}/${at(0, index)}`),
    }),
  );
  const summed = summaryOf(reads, from.place);
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
        at: at(-1),
        what: `${person.displayName} signs in with the command line from ${from.place.city}`,
        technique: 'T1078.004',
        rows: () => batches(signInLines({ at: at(-1), person, from, app: apps.azureCli, risk: 'low' })),
      },
      {
        at: at(0),
        what: `Six blobs of ${account.name} are read from there`,
        technique: 'T1530',
        rows: () => batches([...reads.map((read): Line => ['StorageBlobLogs', blobRow(read)]), summed]),
      },
    ],
  };
}

/** An hour of one caller as Defender for Storage keeps it. */
function summaryOf(reads: readonly BlobRead[], place: Place): Line {
  const [first, last] = [reads[0], reads.at(-1)];
  if (!first || !last) throw new RangeError('nothing was read');
  const hourStart = Math.floor(first.at / hour) * hour;
  const { account, person, ip } = first;
  const row = {
    Timestamp: hourStart + hour,
    StorageAccount: account.name,
    StorageContainer: first.container,
    AzureResourceId: account.id,
    AzureSubscriptionId: account.subscription.id,
    ResourceGroup: account.resourceGroup,
    Location: account.location,
    ServiceType: 'Blob',
    AccountUpn: person.upn,
    AccountObjectId: person.objectId,
    AuthenticationType: 'OAuth',
    IpAddress: ip,
    IsPrivateIp: false,
    IsTorExitNode: false,
    CityName: place.city,
    CountryName: place.country,
    UserAgentHeader: 'AzCopy/10.27 (linux)',
    OperationNamesList: ['GetBlob'],
    OperationsCount: reads.length,
    DistinctGetOperations: reads.length,
    SuccessfulOperationsCount: reads.length,
    SuccessfulReadOperations: reads.length,
    FailedOperationsCount: 0,
    TotalResponseLength: reads.reduce((sum, { bytes }) => sum + bytes, 0),
    FirstEventTimestamp: first.at,
    LastEventTimestamp: last.at,
    DataAggregationStartTime: hourStart,
    DataAggregationEndTime: hourStart + hour,
    DataSource: 'Azure Storage',
  };
  return ['CloudStorageAggregatedEvents', row];
}

export const storageAnomaly: Story = {
  name: 'storage-anomaly',
  weight: 7,
  verdicts: [verdicts.confirmed, verdicts.business, verdicts.compromised],
  tell,
};
