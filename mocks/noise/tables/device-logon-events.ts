/** DeviceLogonEvents: people at their machines, and services on servers. */
import { accountOf, deviceLogonRow, systemAccount } from '@/mocks/company/telemetry/device';
import type { NoiseTable } from '@/mocks/noise/table';

export const deviceLogonEvents: NoiseTable = {
  table: 'DeviceLogonEvents',
  share: 0.045,
  rhythm: 'people',
  row: ({ at, staff, random }) => {
    const person = staff.someone(at, random);
    const laptop = staff.laptop(person);
    const remote = random.chance(0.35);
    const device = remote ? random.pick(staff.servers) : laptop;
    const service = random.chance(0.12);
    return deviceLogonRow({
      at,
      device,
      account: service ? systemAccount : accountOf(person),
      success: random.chance(0.97),
      logonType: service
        ? 'Service'
        : remote
          ? random.pick(['Network', 'Network', 'RemoteInteractive'] as const)
          : random.pick(['Interactive', 'Unlock', 'CachedInteractive'] as const),
      remoteIp: remote ? laptop.ip : '',
      remoteDeviceName: remote ? laptop.hostName : '',
      isLocalAdmin: person.department === 'IT Operations',
      reportId: 1 + random.int(2_000_000),
    });
  },
};
