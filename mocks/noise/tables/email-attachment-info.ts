/** EmailAttachmentInfo: files of the mails in EmailEvents. */
import { emailAttachmentRow } from '@/mocks/company/telemetry/mail';
import { mailMoment } from '@/mocks/noise/moments/mail';
import type { NoiseTable } from '@/mocks/noise/table';

export const emailAttachmentInfo: NoiseTable = {
  table: 'EmailAttachmentInfo',
  stream: 'mail',
  share: 0.03,
  rhythm: 'people',
  row: (moment) => {
    const message = mailMoment(moment);
    const [file] = message.attachments;
    return file ? emailAttachmentRow(message, file) : null;
  },
};
