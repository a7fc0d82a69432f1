/** DeviceNetworkEvents: connections programs make. */
import { internetIp } from '@/mocks/company/sites';
import { networkRow } from '@/mocks/company/telemetry/device';
import { destinations } from '@/mocks/noise/destinations';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

export const deviceNetworkEvents: NoiseTable = {
  table: 'DeviceNetworkEvents',
  share: 0.125,
  rhythm: 'people',
  row: (moment) => {
    const { random, staff } = moment;
    const { started, by } = programMoment(moment);
    const inside = random.chance(0.3);
    const server = inside ? random.pick(staff.servers) : null;
    const destination = random.draw(destinations);
    return networkRow(
      { ...by, by: started },
      {
        remoteIp: server ? server.ip : internetIp(destination.number),
        remotePort: server ? random.pick([443, 445, 135, 389, 1433]) : destination.port,
        remoteUrl: server ? server.dnsName : destination.host,
        localPort: 49_152 + random.int(16_000),
        action: random.chance(0.97) ? 'ConnectionSuccess' : 'ConnectionFailed',
      },
    );
  },
};
