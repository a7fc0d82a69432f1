/** DnsEvents: the same questions as in ASimDnsActivityLogs, from the older agent on the same servers. */
import { dnsEventRow } from '@/mocks/company/telemetry/dns';
import { dnsQuestion } from '@/mocks/noise/moments/dns';
import type { NoiseTable } from '@/mocks/noise/table';

export const dnsEvents: NoiseTable = {
  table: 'DnsEvents',
  share: 0.01,
  rhythm: 'people',
  stream: 'ASimDnsActivityLogs',
  row: (moment) => {
    const question = dnsQuestion(moment);
    return question && dnsEventRow(question);
  },
};
