/** EmailEvents: the mail flow. */
import { emailRow } from '@/mocks/company/telemetry/mail';
import { mailMoment } from '@/mocks/noise/moments/mail';
import type { NoiseTable } from '@/mocks/noise/table';

export const emailEvents: NoiseTable = {
  table: 'EmailEvents',
  stream: 'mail',
  share: 0.03,
  rhythm: 'people',
  row: (moment) => emailRow(mailMoment(moment)),
};
