/** DeviceNetworkInfo: the adapters that the inventory reports with each machine, at the moments of DeviceInfo. */
import type { Device } from '@/mocks/company/devices';
import type { NoiseTable } from '@/mocks/noise/table';

const hourMs = 3_600_000;

/** The network a machine is plugged into: one per site and kind of machine. */
function networkOf(device: Device): string {
  const kind = { phone: 'mobile', laptop: 'clients', desktop: 'clients' }[String(device.role)] ?? 'servers';
  return `${device.site.code.toLowerCase()}-${kind}.contoso.com`;
}

export const deviceNetworkInfo: NoiseTable = {
  table: 'DeviceNetworkInfo',
  share: 0.015,
  rhythm: 'machines',
  stream: 'DeviceInfo',
  row: ({ at, company, index, random }) => {
    const device = company.devices[(Math.floor(at / hourMs) * 53 + index) % company.devices.length];
    if (!device) return null;
    const wireless = device.role === 'phone' || (device.role === 'laptop' && random.chance(0.7));
    const gateway = device.ip.replace(/\.\d+$/, '.1');
    return {
      Timestamp: at,
      DeviceId: device.deviceId,
      DeviceName: device.dnsName,
      MachineGroup: device.machineGroup,
      NetworkAdapterName: wireless ? 'Wi-Fi' : 'Ethernet',
      NetworkAdapterType: wireless ? 'Wireless80211' : 'Ethernet',
      NetworkAdapterStatus: 'Up',
      TunnelType: 'None',
      MacAddress: device.mac,
      ConnectedNetworks: [
        {
          Name: networkOf(device),
          Description: 'Contoso',
          IsConnectedToInternet: true,
          Category: 'DomainAuthenticated',
        },
      ],
      IPAddresses: [{ IPAddress: device.ip, SubnetPrefix: 20, AddressType: 'Private' }],
      DefaultGateways: [gateway],
      DnsAddresses: [`10.${device.site.octet}.1.4`],
      IPv4Dhcp: `10.${device.site.octet}.1.4`,
      ReportId: 1 + random.int(2_000_000),
    };
  },
};
