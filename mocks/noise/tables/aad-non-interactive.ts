/** AADNonInteractiveUserSignInLogs: tokens that apps renew by themselves. */
import { nonInteractiveRow } from '@/mocks/company/telemetry/sign-in';
import { signInMoment } from '@/mocks/noise/moments/sign-in';
import type { NoiseTable } from '@/mocks/noise/table';

export const aadNonInteractive: NoiseTable = {
  table: 'AADNonInteractiveUserSignInLogs',
  share: 0.035,
  rhythm: 'people',
  row: (moment) => nonInteractiveRow({ ...signInMoment(moment), risk: 'none', riskEvents: [] }),
};
