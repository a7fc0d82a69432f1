/** DeviceNetworkEvents: connections programs make. */
import { weigh } from '@/lib/base/random';
import { internetIp } from '@/mocks/company/sites';
import { networkRow } from '@/mocks/company/telemetry/device';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

/** Host names and the documentation address they resolve to here. */
const destinations = weigh<{ host: string; number: number; port: number }>([
  [{ host: 'outlook.office365.com', number: 10, port: 443 }, 22],
  [{ host: 'login.microsoftonline.com', number: 11, port: 443 }, 16],
  [{ host: 'contoso.sharepoint.com', number: 12, port: 443 }, 14],
  [{ host: 'teams.microsoft.com', number: 13, port: 443 }, 14],
  [{ host: 'graph.microsoft.com', number: 14, port: 443 }, 6],
  [{ host: 'www.fabrikam.example', number: 40, port: 443 }, 6],
  [{ host: 'news.proseware.example', number: 41, port: 443 }, 6],
  [{ host: 'cdn.wingtip.example', number: 42, port: 443 }, 6],
  [{ host: 'updates.adatum.example', number: 43, port: 80 }, 3],
  // An indicator for this address expired long ago: a near miss for hunts that forget to check.
  [{ host: 'old-mirror.litware.example', number: 66, port: 80 }, 1],
]);

export const deviceNetworkEvents: NoiseTable = {
  table: 'DeviceNetworkEvents',
  share: 0.15,
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
