/** AADSignInEventsBeta: the sign-ins of SigninLogs as Defender's hunting schema has them. */
import { signInEventsBetaRow } from '@/mocks/company/telemetry/sign-in';
import { signInMoment } from '@/mocks/noise/moments/sign-in';
import type { NoiseTable } from '@/mocks/noise/table';

export const aadSignInEventsBeta: NoiseTable = {
  table: 'AADSignInEventsBeta',
  stream: 'sign-ins',
  share: 0.045,
  rhythm: 'people',
  row: (moment) => signInEventsBetaRow(signInMoment(moment)),
};
