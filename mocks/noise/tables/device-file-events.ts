/** DeviceFileEvents: files that appear, change and go. */
import { hexOf } from '@/lib/base/random';
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

export const deviceFileEvents: NoiseTable = {
  table: 'DeviceFileEvents',
  share: 0.08,
  rhythm: 'people',
  row: (moment) => {
    const { random } = moment;
    const { by, started } = programMoment(moment);
    const file = random.pick(names);
    const owner = by.device.owner?.accountName ?? 'Public';
    const action = random.pick(actions);
    return fileRow(
      { ...by, by: started },
      {
        action,
        fileName: seasoned(file.name, random),
        folderPath: `C:\\Users\\${owner}\\${random.pick(['Documents', 'Downloads', 'AppData\\Local\\Temp', 'Desktop'])}`,
        size: 200 + random.int(4_000_000),
        sha256: action === 'FileDeleted' ? '' : file.sha256,
        ...(action === 'FileRenamed' ? { previousFileName: `~${file.name}.tmp` } : {}),
      },
    );
  },
};
