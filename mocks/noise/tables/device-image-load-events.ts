/** DeviceImageLoadEvents: libraries in the memory of ordinary programs. */
import { binary } from '@/mocks/company/telemetry/binaries';
import { imageLoadRow } from '@/mocks/company/telemetry/device';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

const libraries = [
  'amsi.dll',
  'clr.dll',
  'dbgcore.dll',
  'dbghelp.dll',
  'samlib.dll',
  'wbemcomn.dll',
  'winhttp.dll',
].map((name) => binary(name, 'C:\\Windows\\System32', 'Microsoft Corporation'));

export const deviceImageLoadEvents: NoiseTable = {
  table: 'DeviceImageLoadEvents',
  share: 0.005,
  rhythm: 'people',
  row: (moment) => {
    const { by, started } = programMoment(moment);
    // Of Macs and Linux the sensor reports none.
    if (!by.device.osPlatform.startsWith('Windows')) return null;
    return imageLoadRow({ ...by, by: started }, moment.random.pick(libraries));
  },
};
