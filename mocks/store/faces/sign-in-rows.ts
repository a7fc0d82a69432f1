/** A sign-in that really happened at the tenant's Entra, in the tables that see it. */
import type { LogBatch } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import {
  entraIdSignInRow,
  nonInteractiveRow,
  type SignIn,
  signInEventsBetaRow,
  signinLogsRow,
} from '@/mocks/company/telemetry/sign-in';
import type { Store } from '@/mocks/store/store';

export type SignInAttempt = {
  person: Person;
  application: { clientId: string; displayName: string };
  /** What the token is for, by the name Entra logs. */
  resource: string;
  /** Entra's error number; 0 is success. */
  resultType: number;
  /** False when a refresh token or somebody else's token was shown instead of a face. */
  interactive: boolean;
  userAgent: string;
  requestId: string;
  correlationId: string;
};

/** Enough of a user agent for a log: who made the browser and which version. */
function browserOf(userAgent: string): string {
  const known = /(Edg|Firefox|Chrome|Version)\/([\d.]+)/.exec(userAgent);
  const names: Record<string, string> = { Edg: 'Edge', Version: 'Safari' };
  return known ? `${names[known[1] ?? ''] ?? known[1]} ${known[2]}` : '';
}

/** Everybody is at their site, at their own machine: nothing about the mock's visitor is worth logging. */
export function signInRows({ clock, company }: Store, attempt: SignInAttempt): LogBatch[] {
  const { person, application, resource, interactive, ...rest } = attempt;
  const device = company.laptopOf(person);
  const signIn: SignIn = {
    ...rest,
    at: clock.nowMs(),
    person,
    app: { name: application.displayName, appId: application.clientId, resource },
    ip: person.site.egressIp,
    place: person.site,
    risk: 'none',
    riskEvents: [],
    device,
    browser: browserOf(rest.userAgent),
    os: device.osPlatform,
    mfa: true,
  };
  if (!interactive) return [{ table: 'AADNonInteractiveUserSignInLogs', rows: [nonInteractiveRow(signIn)] }];
  return [
    { table: 'SigninLogs', rows: [signinLogsRow(signIn)] },
    { table: 'AADSignInEventsBeta', rows: [signInEventsBetaRow(signIn)] },
    { table: 'EntraIdSignInEvents', rows: [entraIdSignInRow(signIn)] },
  ];
}
