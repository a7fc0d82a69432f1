/** DeviceRegistryEvents: updates, policies and autostart entries. */
import { weigh } from '@/lib/base/random';
import { registryRow } from '@/mocks/company/telemetry/device';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

const writes = weigh<{ key: string; name: string; value: string }>([
  [
    {
      key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate',
      name: 'LastSuccessTime',
      value: '2025-01-14',
    },
    40,
  ],
  [
    {
      key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
      name: 'HomepageLocation',
      value: 'https://contoso.sharepoint.com/',
    },
    30,
  ],
  [
    {
      key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run',
      name: 'OneDrive',
      value: '"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe" /background',
    },
    6,
  ],
  [{ key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\ContosoBackup', name: 'Start', value: '2' }, 10],
]);

export const deviceRegistryEvents: NoiseTable = {
  table: 'DeviceRegistryEvents',
  share: 0.02,
  rhythm: 'machines',
  row: (moment) => {
    const { by, started } = programMoment(moment);
    return by.device.osPlatform.startsWith('Windows')
      ? registryRow({ ...by, by: started }, moment.random.draw(writes))
      : null;
  },
};
