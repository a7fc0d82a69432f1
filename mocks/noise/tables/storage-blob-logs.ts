/** StorageBlobLogs: engineers and analysts read what they read every day, from the office. */
import { blobRow } from '@/mocks/company/telemetry/cloud';
import type { NoiseTable } from '@/mocks/noise/table';

const readers = new Set(['Engineering', 'Finance', 'Research']);

export const storageBlobLogs: NoiseTable = {
  table: 'StorageBlobLogs',
  share: 0.003,
  rhythm: 'people',
  row: ({ at, company, staff, random }) => {
    const person = staff.someone(at, random);
    const accounts = company.azureResources.filter(({ type }) => type === 'Microsoft.Storage/storageAccounts');
    if (!readers.has(person.department)) return null;
    return blobRow({
      at,
      person,
      ip: person.site.egressIp,
      account: random.pick(accounts),
      container: random.pick(['reports', 'telemetry', 'archive']),
      blob: `2025/01/part-${random.int(400)}.parquet`,
      bytes: 20_000 + random.int(4_000_000),
      correlationId: random.guid(),
    });
  },
};
