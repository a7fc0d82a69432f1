/** SigninLogs: interactive sign-ins to Entra ID. */
import { signinLogsRow } from '@/mocks/company/telemetry/sign-in';
import { signInMoment } from '@/mocks/noise/moments/sign-in';
import type { NoiseTable } from '@/mocks/noise/table';

export const signinLogs: NoiseTable = {
  table: 'SigninLogs',
  stream: 'sign-ins',
  share: 0.045,
  rhythm: 'people',
  row: (moment) => signinLogsRow(signInMoment(moment)),
};
