/** ASimDnsActivityLogs: questions to the DNS servers of the sites and their answers, as Azure Monitor's agent normalizes them. */
import { dnsAnswerRow } from '@/mocks/company/telemetry/dns';
import { dnsQuestion } from '@/mocks/noise/moments/dns';
import type { NoiseTable } from '@/mocks/noise/table';

export const asimDnsActivityLogs: NoiseTable = {
  table: 'ASimDnsActivityLogs',
  share: 0.01,
  rhythm: 'people',
  row: (moment) => {
    const question = dnsQuestion(moment);
    return question && dnsAnswerRow(question);
  },
};
