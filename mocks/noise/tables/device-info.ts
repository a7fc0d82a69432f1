/** DeviceInfo: the inventory, which every machine reports again and again. */
import type { NoiseTable } from '@/mocks/noise/table';

const hourMs = 3_600_000;

export const deviceInfo: NoiseTable = {
  table: 'DeviceInfo',
  share: 0.015,
  rhythm: 'machines',
  row: ({ at, company, index, random }) => {
    // In turn, so that a day covers every machine.
    const device = company.devices[(Math.floor(at / hourMs) * 53 + index) % company.devices.length];
    if (!device) return null;
    const mobile = device.role === 'phone';
    return {
      Timestamp: at,
      DeviceId: device.deviceId,
      DeviceName: device.dnsName,
      OSPlatform: device.osPlatform,
      OSVersion: device.osVersion,
      OSBuild: device.osBuild,
      OSArchitecture: device.osPlatform === 'macOS' ? 'ARM64' : '64-bit',
      MachineGroup: device.machineGroup,
      DeviceType:
        device.role === 'server' || device.role === 'domainController' || device.role === 'linuxServer'
          ? 'Server'
          : mobile
            ? 'Mobile'
            : 'Workstation',
      DeviceCategory: 'Endpoint',
      PublicIP: device.site.egressIp,
      AadDeviceId: device.entraDeviceId,
      IsAzureADJoined: device.role === 'laptop' || mobile,
      JoinType: device.role === 'laptop' ? 'Hybrid Azure AD Join' : 'Domain joined',
      LoggedOnUsers: device.owner
        ? [{ UserName: device.owner.accountName, DomainName: 'CONTOSO', Sid: device.owner.sid }]
        : [],
      OnboardingStatus: 'Onboarded',
      SensorHealthState: random.chance(0.97) ? 'Active' : 'Inactive',
      ExposureLevel: random.pick(['Low', 'Low', 'Medium', 'High']),
      IsInternetFacing: false,
      ClientVersion: mobile ? '1.0.69' : '10.8790.26100.1',
      ReportId: 1 + random.int(2_000_000),
    };
  },
};
