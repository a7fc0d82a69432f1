/**
 * One line of a log for one deed, with the ids it would carry. Ids come from the deed itself and not from a stream of
 * draws, so that rows built twice, or in another order, are the same rows.
 */
import { guidOf } from '@/lib/base/random';
import type { App } from '@/mocks/company/apps';
import type { AzureResource } from '@/mocks/company/azure';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Place } from '@/mocks/company/sites';
import {
  auditRow,
  azureActivityRow,
  type CloudApp,
  cloudAppRow,
  cloudApps,
  type DirectoryChange,
  type VaultAccess,
  vaultRow,
} from '@/mocks/company/telemetry/cloud';
import {
  entraIdSignInRow,
  identityLogonRow,
  nonInteractiveRow,
  type RiskLevel,
  type SignIn,
  signInEventsBetaRow,
  signinLogsRow,
} from '@/mocks/company/telemetry/sign-in';
import type { Line } from '@/mocks/scenarios/kernel/rows';

/** Where somebody comes from. */
export type Foothold = { readonly ip: string; readonly place: Place };

export type SignInDeed = {
  readonly at: number;
  readonly person: Person;
  readonly from: Foothold;
  readonly app: App;
  readonly risk?: RiskLevel;
  readonly resultType?: number;
  /** Present when it came from a device of ours. */
  readonly device?: Device;
  /** Of all that is signed in to with one cookie; by default everything an address does for somebody on a day. */
  readonly session?: string;
};

const strangersAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const officeAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0';

export function signInOf(deed: SignInDeed): SignIn {
  const { at, person, from, app, risk = 'none', resultType = 0, device = null } = deed;
  const key = `${person.upn}/${at}/${from.ip}/${app.name}`;
  return {
    at,
    person,
    app,
    ...from,
    resultType,
    risk,
    riskEvents: risk === 'none' ? [] : ['unfamiliarFeatures', 'anonymizedIPAddress'],
    device,
    userAgent: device ? officeAgent : strangersAgent,
    browser: device ? 'Edge 131.0.0' : 'Firefox 128.0',
    os: device ? device.osPlatform : 'Linux',
    mfa: resultType === 0,
    requestId: guidOf(`request/${key}`),
    correlationId: guidOf(`correlation/${key}`),
  };
}

const dayMs = 86_400_000;

/** What ties the rows of one session together: a cookie's id, and one for each token. */
export function tokenOf(deed: SignInDeed, signIn: SignIn) {
  const day = Math.floor(deed.at / dayMs);
  return {
    sessionId: guidOf(`session/${deed.session ?? `${deed.person.upn}/${deed.from.ip}/${day}`}`),
    tokenId: `t-${signIn.requestId}`,
  };
}

/** A sign-in with a face, in the tables that see one. */
export function signInLines(deed: SignInDeed): Line[] {
  const signIn = signInOf(deed);
  const { sessionId, tokenId } = tokenOf(deed, signIn);
  const issued = signIn.resultType === 0 ? { UniqueTokenIdentifier: tokenId } : {};
  return [
    ['SigninLogs', { ...signinLogsRow(signIn), SessionId: sessionId, ...issued }],
    ['AADSignInEventsBeta', { ...signInEventsBetaRow(signIn), SessionId: sessionId }],
    ['EntraIdSignInEvents', { ...entraIdSignInRow(signIn), SessionId: sessionId }],
    ['IdentityLogonEvents', identityLogonRow(signIn)],
  ];
}

/** The same session asking for another token by itself. */
export function tokenLines(deed: SignInDeed): Line[] {
  const signIn = signInOf(deed);
  const { sessionId, tokenId } = tokenOf(deed, signIn);
  const silent = { LogonType: '["nonInteractiveUser"]', ClientAppUsed: 'Mobile Apps and Desktop clients' };
  return [
    [
      'AADNonInteractiveUserSignInLogs',
      { ...nonInteractiveRow(signIn), SessionId: sessionId, UniqueTokenIdentifier: tokenId },
    ],
    ['AADSignInEventsBeta', { ...signInEventsBetaRow(signIn), ...silent, SessionId: sessionId }],
    ['EntraIdSignInEvents', { ...entraIdSignInRow(signIn), ...silent, SessionId: sessionId }],
  ];
}

export type CloudDeed = {
  readonly at: number;
  readonly person: Person;
  readonly from: Foothold;
  readonly app: CloudApp;
  readonly action: string;
  readonly object: string;
  readonly objectType: string;
  readonly isAdmin?: boolean;
  /** What the product itself says about it, in `RawEventData`. */
  readonly raw?: LogRow;
};

const ofOurs = (ip: string): boolean => ip.startsWith('198.51.100.');

export function cloudLine(deed: CloudDeed): Line {
  const { at, person, from, app, action, object, objectType, isAdmin = false, raw } = deed;
  const row = cloudAppRow({
    at,
    person,
    app,
    actionType: action,
    ...from,
    objectName: object,
    objectType,
    isAdmin,
    userAgent: ofOurs(from.ip) ? officeAgent : strangersAgent,
    reportId: guidOf(`cloud/${at}/${action}/${object}`),
    ...(raw && { raw }),
  });
  return ['CloudAppEvents', row];
}

export function azureLine(
  at: number,
  person: Person,
  from: Foothold,
  resource: AzureResource,
  operation: string,
): Line {
  const correlationId = guidOf(`azure/${at}/${resource.id}/${operation}`);
  const row = azureActivityRow({
    at,
    caller: person.upn,
    callerIp: from.ip,
    resource,
    operation,
    status: 'Success',
    correlationId,
  });
  return ['AzureActivity', row];
}

/** A person's call of a vault; its log has their object id beside the name. */
export type VaultDeed = Omit<VaultAccess, 'correlationId' | 'allowed' | 'upn' | 'callerIp'> & {
  readonly person: Person;
  readonly from: Foothold;
};

export function vaultLine({ person, from, ...access }: VaultDeed): Line {
  const correlationId = guidOf(`vault/${access.at}/${access.path}`);
  const row = vaultRow({ ...access, upn: person.upn, callerIp: from.ip, allowed: true, correlationId });
  return ['AzureDiagnostics', { ...row, identity_claim_oid_g: person.objectId, identity_claim_ipaddr_s: from.ip }];
}

function correlationOf({ at, operation, targets }: Omit<DirectoryChange, 'correlationId'>): string {
  return guidOf(`audit/${at}/${operation}/${targets[0]?.displayName ?? ''}`);
}

export function auditLine(change: Omit<DirectoryChange, 'correlationId'>): Line {
  return ['AuditLogs', auditRow({ ...change, correlationId: correlationOf(change) })];
}

/**
 * A change of the directory: Entra's own log, and the unified audit log behind `CloudAppEvents`, which ends the names of
 * Entra's operations with a full stop and keeps the correlation id.
 */
export function directoryLines(change: Omit<DirectoryChange, 'correlationId'>, from: Foothold): Line[] {
  const [target] = change.targets;
  const object = target?.userPrincipalName ?? target?.displayName ?? '';
  const correlationId = correlationOf(change);
  const seen = cloudLine({
    at: change.at,
    person: change.by,
    from,
    app: cloudApps.m365,
    action: `${change.operation}.`,
    object,
    objectType: target?.type ?? '',
    raw: {
      InterSystemsId: correlationId,
      ResultStatus: change.success ? 'Success' : 'Failure',
      ModifiedProperties: (target?.changes ?? []).map(({ name, to }) => ({ Name: name, NewValue: to })),
    },
  });
  return [seen, auditLine(change)];
}
