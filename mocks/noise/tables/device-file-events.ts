/** DeviceFileEvents: files that appear, change and go. */
import { hexOf, type Random } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import { fileRow } from '@/mocks/company/telemetry/device';
import { seasoned } from '@/mocks/noise/hostile';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

const actions = ['FileCreated', 'FileCreated', 'FileModified', 'FileModified', 'FileRenamed', 'FileDeleted'] as const;
const names = [
  'Forecast.xlsx',
  'Roadmap.pptx',
  'notes.txt',
  'cache_00a1.bin',
  'report.pdf',
  'settings.json',
  'setup.log',
  'bundle.js',
  'Contract.docx',
  'IMG_2043.jpg',
].map((name) => ({
  name,
  sha256: hexOf(`contoso/file/${name}`, 64),
}));

function folderOf(device: Device, random: Random): string {
  const owner = device.owner?.accountName;
  if (device.role === 'linuxServer') return random.pick(['/srv/app', '/var/log/contoso', '/tmp']);
  if (device.osPlatform === 'macOS')
    return `/Users/${owner ?? 'Shared'}/${random.pick(['Documents', 'Downloads', 'Desktop'])}`;
  return `C:\\Users\\${owner ?? 'Public'}\\${random.pick(['Documents', 'Downloads', 'AppData\\Local\\Temp', 'Desktop'])}`;
}

export const deviceFileEvents: NoiseTable = {
  table: 'DeviceFileEvents',
  share: 0.08,
  rhythm: 'people',
  row: (moment) => {
    const { random } = moment;
    const { by, started } = programMoment(moment);
    const file = random.pick(names);
    const action = random.pick(actions);
    return fileRow(
      { ...by, by: started },
      {
        action,
        fileName: seasoned(file.name, random),
        folderPath: folderOf(by.device, random),
        size: 200 + random.int(4_000_000),
        sha256: action === 'FileDeleted' ? '' : file.sha256,
        ...(action === 'FileRenamed' ? { previousFileName: `~${file.name}.tmp` } : {}),
      },
    );
  },
};
