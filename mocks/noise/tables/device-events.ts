/** DeviceEvents: what the sensor sees that has no table of its own. */
import { weigh } from '@/lib/base/random';
import { deviceEventRow } from '@/mocks/company/telemetry/device';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

const kinds = weigh<{ action: string; fields: Record<string, unknown> }>([
  [{ action: 'PowerShellCommand', fields: { Command: 'Get-ChildItem' } }, 18],
  [{ action: 'DnsQueryResponse', fields: { DnsQueryString: 'outlook.office365.com', DnsQueryResult: [] } }, 30],
  [{ action: 'NamedPipeEvent', fields: { PipeName: '\\Device\\NamedPipe\\lsass', DesiredAccess: 1048577 } }, 20],
  [{ action: 'ScheduledTaskCreated', fields: { TaskName: '\\Contoso\\InventoryScan' } }, 4],
  [{ action: 'UsbDriveMounted', fields: { DriveLetter: 'E:', BusType: 'USB', ProductName: 'Transit Stick' } }, 3],
  [{ action: 'ScreenshotTaken', fields: {} }, 5],
  [{ action: 'ServiceInstalled', fields: { ServiceName: 'ContosoBackup', ServiceStartType: 2 } }, 2],
  [{ action: 'AntivirusScanCompleted', fields: { ScanTypeIndex: 'Quick', User: 'NT AUTHORITY\\SYSTEM' } }, 8],
  [{ action: 'SmartScreenUrlWarning', fields: { Experience: 'Untrusted', ActivityId: '' } }, 1],
]);

export const deviceEvents: NoiseTable = {
  table: 'DeviceEvents',
  share: 0.035,
  rhythm: 'people',
  row: (moment) => {
    const { by, started } = programMoment(moment);
    const kind = moment.random.draw(kinds);
    return deviceEventRow({ ...by, by: started }, kind.action, kind.fields);
  },
};
