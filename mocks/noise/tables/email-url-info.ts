/** EmailUrlInfo: links of the mails in EmailEvents. */
import { emailUrlRow } from '@/mocks/company/telemetry/mail';
import { mailMoment } from '@/mocks/noise/moments/mail';
import type { NoiseTable } from '@/mocks/noise/table';

export const emailUrlInfo: NoiseTable = {
  table: 'EmailUrlInfo',
  stream: 'mail',
  share: 0.03,
  rhythm: 'people',
  row: (moment) => {
    const message = mailMoment(moment);
    const [url] = message.urls;
    return url === undefined ? null : emailUrlRow(message, url);
  },
};
