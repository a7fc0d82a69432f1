/** EntraIdSignInEvents: the sign-ins of AADSignInEventsBeta, whose place it takes. */
import { entraIdSignInRow } from '@/mocks/company/telemetry/sign-in';
import { signInMoment } from '@/mocks/noise/moments/sign-in';
import type { NoiseTable } from '@/mocks/noise/table';

export const entraIdSignInEvents: NoiseTable = {
  table: 'EntraIdSignInEvents',
  stream: 'sign-ins',
  share: 0.045,
  rhythm: 'people',
  row: (moment) => entraIdSignInRow(signInMoment(moment)),
};
