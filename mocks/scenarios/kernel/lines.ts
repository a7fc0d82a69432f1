/**
 * One line of a log for one deed, with the ids it would carry. Ids come from the deed itself and not from a stream of
 * draws, so that rows built twice, or in another order, are the same rows.
 */
import { guidOf, hash32 } from '@/lib/base/random';
import type { App } from '@/mocks/company/apps';
import type { AzureResource } from '@/mocks/company/azure';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import type { Place, Site } from '@/mocks/company/sites';
import type { Binary } from '@/mocks/company/telemetry/binaries';
import {
  auditRow,
  azureActivityRow,
  type CloudApp,
  cloudAppRow,
  type DirectoryChange,
  type VaultAccess,
  vaultRow,
} from '@/mocks/company/telemetry/cloud';
import {
  type Account,
  accountOf,
  type Connection,
  type DeviceMoment,
  networkRow,
  processRow,
  type RunningProgram,
} from '@/mocks/company/telemetry/device';
import { emailRow, emailUrlRow, type Message } from '@/mocks/company/telemetry/mail';
import {
  entraIdSignInRow,
  identityLogonRow,
  type RiskLevel,
  type SignIn,
  signInEventsBetaRow,
  signinLogsRow,
} from '@/mocks/company/telemetry/sign-in';
import { tenantIds } from '@/mocks/company/tenant-ids';
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

/** A sign-in, in the tables that see one. */
export function signInLines(deed: SignInDeed): Line[] {
  const signIn = signInOf(deed);
  return [
    ['SigninLogs', signinLogsRow(signIn)],
    ['AADSignInEventsBeta', signInEventsBetaRow(signIn)],
    ['EntraIdSignInEvents', entraIdSignInRow(signIn)],
    ['IdentityLogonEvents', identityLogonRow(signIn)],
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
};

export function cloudLine(deed: CloudDeed): Line {
  const { at, person, from, app, action, object, objectType, isAdmin = false } = deed;
  const row = cloudAppRow({
    at,
    person,
    app,
    actionType: action,
    ...from,
    objectName: object,
    objectType,
    isAdmin,
    userAgent: strangersAgent,
    reportId: guidOf(`cloud/${at}/${action}/${object}`),
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

export function vaultLine(access: Omit<VaultAccess, 'correlationId' | 'allowed'>): Line {
  const correlationId = guidOf(`vault/${access.at}/${access.path}`);
  return ['AzureDiagnostics', vaultRow({ ...access, allowed: true, correlationId })];
}

export function auditLine(change: Omit<DirectoryChange, 'correlationId'>): Line {
  const target = change.targets[0]?.displayName ?? '';
  return [
    'AuditLogs',
    auditRow({ ...change, correlationId: guidOf(`audit/${change.at}/${change.operation}/${target}`) }),
  ];
}

export type MailboxDeed = {
  readonly at: number;
  readonly person: Person;
  readonly ip: string;
  readonly operation: 'MailItemsAccessed' | 'New-InboxRule' | 'Send';
  /** JSON text, as Exchange's audit log has it. */
  readonly parameters?: string;
};

/** What the mailbox's own audit log says. */
export function mailboxLine({ at, person, ip, operation, parameters = '' }: MailboxDeed): Line {
  const row = {
    TimeGenerated: at,
    RecordType: operation === 'New-InboxRule' ? 'ExchangeAdmin' : 'ExchangeItem',
    Operation: operation,
    OfficeWorkload: 'Exchange',
    ResultStatus: 'Succeeded',
    UserId: person.upn,
    UserKey: person.objectId,
    UserType: 'Regular',
    ClientIP: ip,
    Client_IPAddress: ip,
    OfficeId: guidOf(`mailbox/${at}/${person.upn}/${operation}`),
    OfficeObjectId: person.upn,
    MailboxOwnerUPN: person.upn,
    Parameters: parameters,
    OrganizationName: tenantIds.domain,
  };
  return ['OfficeActivity', row];
}

export type FirewallDeed = {
  readonly at: number;
  readonly site: Site;
  readonly action: 'allow' | 'deny';
  readonly application: string;
  readonly sourceIp: string;
  readonly destinationIp: string;
  readonly destinationPort: number;
  readonly user?: Person;
};

/** A connection as the site's firewall logs it. */
export function firewallLine(deed: FirewallDeed): Line {
  const name = `fw-${deed.site.code.toLowerCase()}-01`;
  const row = {
    TimeGenerated: deed.at,
    DeviceVendor: 'Palo Alto Networks',
    DeviceProduct: 'PAN-OS',
    DeviceVersion: '11.1.4',
    DeviceName: name,
    Computer: name,
    DeviceEventClassID: 'end',
    Activity: 'TRAFFIC',
    DeviceAction: deed.action,
    ApplicationProtocol: deed.application,
    Protocol: 'tcp',
    SourceIP: deed.sourceIp,
    DestinationIP: deed.destinationIp,
    DestinationPort: deed.destinationPort,
    SourceUserName: deed.user?.upn ?? '',
    SentBytes: 512,
    ReceivedBytes: deed.action === 'allow' ? 128 : 0,
  };
  return ['CommonSecurityLog', row];
}

/** A mail and its links. */
export function mailLines(message: Message): Line[] {
  return [
    ['EmailEvents', emailRow(message)],
    ...message.urls.map((url): Line => ['EmailUrlInfo', emailUrlRow(message, url)]),
  ];
}

/** A program as a step names it; the numbers follow from where and when it started. */
export function program(
  binary: Binary,
  commandLine: string,
  startedAt: number,
  parentFileName: string,
  integrity: RunningProgram['integrity'] = 'Medium',
): RunningProgram {
  const number = hash32(`${binary.fileName}/${commandLine}/${startedAt}`);
  return {
    binary,
    commandLine,
    pid: 3_000 + (number % 6_000) * 4,
    startedAt,
    parentFileName,
    parentPid: 600 + ((number >>> 16) % 600) * 4,
    integrity,
  };
}

export function onDevice(at: number, device: Device, who: Person | Account, by: RunningProgram): DeviceMoment {
  const account = 'domain' in who ? who : accountOf(who);
  return { at, device, account, by, reportId: hash32(`${device.deviceId}/${at}/${by.commandLine}`) };
}

/** `by` starts a program when that program says it started. */
export function processLine(device: Device, who: Person | Account, by: RunningProgram, started: RunningProgram): Line {
  return ['DeviceProcessEvents', processRow(onDevice(started.startedAt, device, who, by), started)];
}

export function connectionLine(
  at: number,
  device: Device,
  who: Person | Account,
  by: RunningProgram,
  to: Omit<Connection, 'localPort'>,
): Line {
  const localPort = 49_152 + (hash32(`${at}/${to.remoteIp}`) % 16_000);
  return ['DeviceNetworkEvents', networkRow(onDevice(at, device, who, by), { ...to, localPort })];
}
