/** UrlClickEvents: some of the links in the mails are followed, a few minutes later. */
import { clickRow } from '@/mocks/company/telemetry/mail';
import { mailMoment } from '@/mocks/noise/moments/mail';
import type { NoiseTable } from '@/mocks/noise/table';

export const urlClickEvents: NoiseTable = {
  table: 'UrlClickEvents',
  stream: 'mail',
  share: 0.03,
  rhythm: 'people',
  row: (moment) => {
    const message = mailMoment(moment);
    const { random, until } = moment;
    const [url] = message.urls;
    const seen = message.direction !== 'Outbound' && message.deliveryAction !== 'Blocked';
    const at = message.at + 1_000 + random.int(20_000);
    if (url === undefined || !seen || at >= until || !random.chance(0.14)) return null;
    return clickRow({
      at,
      url,
      person: message.recipient,
      ip: message.recipient.site.egressIp,
      networkMessageId: message.networkMessageId,
      allowed: message.threatTypes === '',
      throughWarning: false,
      threatTypes: message.threatTypes,
      reportId: random.guid(),
    });
  },
};
