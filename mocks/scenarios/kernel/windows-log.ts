/**
 * The security log of Windows as the agent of Azure Monitor brings it. At Contoso it runs on servers and domain
 * controllers; laptops have Defender's sensor alone.
 */
import { hash32 } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import { type Account, accountOf, deviceLogonRow, type RunningProgram } from '@/mocks/company/telemetry/device';
import { identityAccount } from '@/mocks/company/telemetry/identity-account';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { logonIdOf, onDevice, processLine, type Who } from '@/mocks/scenarios/kernel/device-lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';

const hex = (number: number): string => `0x${number.toString(16)}`;
const hasAgent = ({ role }: Device): boolean => role === 'server' || role === 'domainController';

function event(at: number, host: Device, id: number, activity: string, columns: LogRow): Line {
  return [
    'SecurityEvent',
    {
      TimeGenerated: at,
      Computer: host.dnsName,
      EventID: id,
      Activity: `${id} - ${activity}`,
      Channel: 'Security',
      EventSourceName: 'Microsoft-Windows-Security-Auditing',
      EventRecordId: String(10_000_000 + (hash32(`${host.hostName}/${at}/${id}`) % 90_000_000)),
      ...columns,
    },
  ];
}

/** Windows writes domains in capitals here. */
const domainOf = ({ domain }: Account): string => domain.toUpperCase();
const nameOf = (account: Account): string => `${domainOf(account)}\\${account.accountName}`;

function subject(account: Account, logonId: number): LogRow {
  return {
    Account: nameOf(account),
    AccountType: account.upn === '' ? 'Machine' : 'User',
    SubjectUserName: account.accountName,
    SubjectDomainName: domainOf(account),
    SubjectAccount: nameOf(account),
    SubjectUserSid: account.sid,
    SubjectLogonId: hex(logonId),
  };
}

const mandatoryLabels = {
  Low: 'S-1-16-4096',
  Medium: 'S-1-16-8192',
  High: 'S-1-16-12288',
  System: 'S-1-16-16384',
} as const satisfies Record<RunningProgram['integrity'], string>;

/** A program starts: the sensor sees it and, on a machine with the agent, the security log (4688) does too. */
export function startLines(device: Device, who: Who, by: RunningProgram, started: RunningProgram): Line[] {
  const seen = processLine(device, who, by, started);
  if (!hasAgent(device)) return [seen];
  const account = onDevice(started.startedAt, device, who, by).account;
  const columns = {
    ...subject(account, started.logonId ?? logonIdOf(device, who)),
    NewProcessId: hex(started.pid),
    NewProcessName: started.binary.folderPath,
    Process: started.binary.fileName,
    ProcessId: hex(by.pid),
    ParentProcessName: by.binary.folderPath,
    CommandLine: started.commandLine,
    TokenElevationType: started.integrity === 'High' ? '%%1937' : '%%1936',
    MandatoryLabel: mandatoryLabels[started.integrity],
  };
  return [seen, event(started.startedAt, device, 4688, 'A new process has been created.', columns)];
}

export type NetworkLogon = {
  readonly at: number;
  readonly server: Device;
  readonly person: Person;
  readonly from: Device;
  /** Whose ticket it is. */
  readonly controller: Device;
  readonly isAdmin: boolean;
};

/** The session that a logon over the network opens. */
export function networkSessionOf({ at, server, person }: Pick<NetworkLogon, 'at' | 'server' | 'person'>): number {
  return 0x100_0000 + (hash32(`${server.deviceId}/${person.sid}/${at}`) % 0xf00_0000);
}

/**
 * Somebody logs on to a server from another machine: the ticket at the domain controller (4769, and Defender for
 * Identity), the logon on the server (4624, 4672) and the endpoint sensor there. All name the same session.
 */
export function networkLogonLines(logon: NetworkLogon): Line[] {
  const { at, server, person, from, controller, isAdmin } = logon;
  const account = accountOf(person);
  const logonId = networkSessionOf(logon);
  const port = String(49_152 + (hash32(`${at}/${server.ip}`) % 16_000));
  const target = {
    TargetUserName: person.accountName,
    TargetDomainName: tenantIds.ntDomain,
    TargetAccount: nameOf(account),
    Account: nameOf(account),
    AccountType: 'User',
  };
  const sensor = deviceLogonRow({
    at,
    device: server,
    account,
    success: true,
    logonType: 'Network',
    remoteIp: from.ip,
    remoteDeviceName: from.hostName,
    isLocalAdmin: isAdmin,
    reportId: hash32(`${server.deviceId}/${at}/logon`),
  });
  return [
    event(at - 60, controller, 4769, 'A Kerberos service ticket was requested.', {
      ...target,
      TargetUserName: `${person.accountName}@${tenantIds.domain.toUpperCase()}`,
      ServiceName: `${server.hostName.toUpperCase()}$`,
      IpAddress: `::ffff:${from.ip}`,
      IpPort: port,
      Status: '0x0',
    }),
    ['IdentityLogonEvents', ticketRow(logon, port)],
    event(at, server, 4624, 'An account was successfully logged on.', {
      ...target,
      TargetUserSid: person.sid,
      TargetLogonId: hex(logonId),
      LogonType: 3,
      LogonTypeName: '3 - Network',
      AuthenticationPackageName: 'Kerberos',
      LogonProcessName: 'Kerberos',
      IpAddress: from.ip,
      IpPort: port,
      WorkstationName: from.hostName.toUpperCase(),
    }),
    ...(isAdmin
      ? [
          event(at, server, 4672, 'Special privileges assigned to new logon.', {
            ...subject(account, logonId),
            PrivilegeList: 'SeDebugPrivilege SeBackupPrivilege SeRestorePrivilege SeTakeOwnershipPrivilege',
          }),
        ]
      : []),
    ['DeviceLogonEvents', { ...sensor, LogonId: logonId, RemotePort: Number(port) }],
  ];
}

function ticketRow({ at, server, person, from, controller }: NetworkLogon, port: string): LogRow {
  return {
    Timestamp: at - 60,
    ActionType: 'LogonSuccess',
    Application: 'Active Directory',
    LogonType: 'Resource access',
    Protocol: 'Kerberos',
    ...identityAccount(person),
    DeviceName: from.dnsName,
    DeviceType: 'Workstation',
    OSPlatform: from.osPlatform,
    IPAddress: from.ip,
    Port: port,
    DestinationDeviceName: controller.dnsName,
    DestinationIPAddress: controller.ip,
    DestinationPort: '88',
    TargetDeviceName: server.dnsName,
    ReportId: String(hash32(`ticket/${server.deviceId}/${at}`)),
    AdditionalFields: { Spns: `host/${server.dnsName}` },
  };
}

export type RefusedLogon = {
  readonly at: number;
  readonly server: Device;
  readonly account: Account;
  readonly from: Device;
  readonly reason: 'wrong password' | 'account disabled';
};

const refusals = {
  'wrong password': {
    log: { Status: '0xc000006d', SubStatus: '0xc000006a', FailureReason: '%%2313' },
    sensor: 'InvalidUserNameOrPassword',
  },
  'account disabled': {
    log: { Status: '0xc000006e', SubStatus: '0xc0000072', FailureReason: '%%2310' },
    sensor: 'AccountDisabled',
  },
} as const satisfies Record<RefusedLogon['reason'], unknown>;

/** A logon over the network that fails: the server's security log (4625) and its sensor. */
export function refusedLogonLines({ at, server, account, from, reason }: RefusedLogon): Line[] {
  const reportId = hash32(`${server.deviceId}/${at}/refused`);
  const sensor = deviceLogonRow({
    at,
    device: server,
    account,
    success: false,
    logonType: 'Network',
    remoteIp: from.ip,
    remoteDeviceName: from.hostName,
    isLocalAdmin: false,
    reportId,
  });
  return [
    event(at, server, 4625, 'An account failed to log on.', {
      Account: nameOf(account),
      AccountType: 'User',
      TargetUserName: account.accountName,
      TargetDomainName: domainOf(account),
      TargetAccount: nameOf(account),
      IpAddress: from.ip,
      WorkstationName: from.hostName.toUpperCase(),
      LogonType: 3,
      LogonTypeName: '3 - Network',
      AuthenticationPackageName: 'NTLM',
      LogonProcessName: 'NtLmSsp',
      ...refusals[reason].log,
    }),
    ['DeviceLogonEvents', { ...sensor, Protocol: 'NTLM', FailureReason: refusals[reason].sensor }],
  ];
}
