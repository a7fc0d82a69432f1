/** Heartbeat: the monitoring agent of every server. */
import type { NoiseTable } from '@/mocks/noise/table';

const hourMs = 3_600_000;

export const heartbeat: NoiseTable = {
  table: 'Heartbeat',
  share: 0.02,
  rhythm: 'machines',
  row: ({ at, staff, index, random }) => {
    const agents = [...staff.servers, ...staff.domainControllers, ...staff.linuxServers];
    const server = agents[(Math.floor(at / hourMs) * 7 + index) % agents.length];
    if (!server) return null;
    const linux = server.role === 'linuxServer';
    return {
      TimeGenerated: at,
      Computer: server.dnsName,
      ComputerIP: server.site.egressIp,
      ComputerPrivateIPs: [server.ip],
      ComputerEnvironment: 'Non-Azure',
      Category: 'Azure Monitor Agent',
      OSType: linux ? 'Linux' : 'Windows',
      OSName: linux ? 'Ubuntu' : server.osPlatform,
      OSMajorVersion: server.osVersion.split('.')[0] ?? '',
      OSMinorVersion: server.osVersion.split('.')[1] ?? '',
      Version: '1.33.0',
      RemoteIPCountry: server.site.country,
      RemoteIPLatitude: server.site.latitude,
      RemoteIPLongitude: server.site.longitude,
      SourceSystem: 'OpsManager',
      VMUUID: random.guid(),
      Solutions: 'security',
    };
  },
};
