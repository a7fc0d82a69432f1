/** DeviceProcessEvents: programs that start. */
import { processRow } from '@/mocks/company/telemetry/device';
import { programMoment } from '@/mocks/noise/moments/program';
import type { NoiseTable } from '@/mocks/noise/table';

export const deviceProcessEvents: NoiseTable = {
  table: 'DeviceProcessEvents',
  share: 0.14,
  rhythm: 'people',
  row: (moment) => {
    const { by, started } = programMoment(moment);
    return processRow(by, started);
  },
};
