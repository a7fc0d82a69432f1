/** Defender for Endpoint's rows: who ran what on which machine, and what it touched. */
import type { Random } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Binary } from '@/mocks/company/telemetry/binaries';
import { tenantIds } from '@/mocks/company/tenant-ids';

/** A running program. `startedAt` in epoch milliseconds. */
export type RunningProgram = {
  readonly binary: Binary;
  readonly commandLine: string;
  readonly pid: number;
  readonly startedAt: number;
  readonly parentFileName: string;
  readonly parentPid: number;
  readonly parentStartedAt?: number;
  /** The logon session it runs in; by default the one its account has on the device. */
  readonly logonId?: number;
  readonly integrity: 'Low' | 'Medium' | 'High' | 'System';
};

/**
 * What tells this process from all others on its device, where process ids come again: Windows' process start key, with
 * the count of boots above 48 bits. The same in every table that speaks of the process.
 */
export function uniqueIdOf({ pid, startedAt }: Pick<RunningProgram, 'pid' | 'startedAt'>): string {
  return String(sixthBoot + ((startedAt ^ (pid << 8)) >>> 0));
}
const sixthBoot = 6 * 281_474_976_710_656;

/** Who a program runs as: a person, or the machine itself. */
export type Account = Pick<Person, 'accountName' | 'upn' | 'objectId' | 'sid'> & { readonly domain: string };

export const systemAccount: Account = {
  accountName: 'system',
  upn: '',
  objectId: '',
  sid: 'S-1-5-18',
  domain: 'nt authority',
};

export function accountOf(person: Person): Account {
  const { accountName, upn, objectId, sid } = person;
  return { accountName, upn, objectId, sid, domain: tenantIds.ntDomain.toLowerCase() };
}

export type DeviceMoment = {
  readonly at: number;
  readonly device: Device;
  readonly account: Account;
  /** The program that did it. */
  readonly by: RunningProgram;
  readonly reportId: number;
};

/** The columns of every row about something a program did. Last in each literal: V8 is fifty times slower to add to a clone. */
function initiating({ at, device, reportId, account, by }: DeviceMoment) {
  return {
    Timestamp: at,
    DeviceId: device.deviceId,
    DeviceName: device.dnsName,
    MachineGroup: device.machineGroup,
    ReportId: reportId,
    InitiatingProcessAccountDomain: account.domain,
    InitiatingProcessAccountName: account.accountName,
    InitiatingProcessAccountSid: account.sid,
    InitiatingProcessAccountUpn: account.upn,
    InitiatingProcessAccountObjectId: account.objectId,
    InitiatingProcessFileName: by.binary.fileName,
    InitiatingProcessFolderPath: by.binary.folderPath.toLowerCase(),
    InitiatingProcessCommandLine: by.commandLine,
    InitiatingProcessId: by.pid,
    InitiatingProcessCreationTime: by.startedAt,
    InitiatingProcessUniqueId: uniqueIdOf(by),
    InitiatingProcessSHA256: by.binary.sha256,
    InitiatingProcessSHA1: by.binary.sha1,
    InitiatingProcessMD5: by.binary.md5,
    InitiatingProcessFileSize: by.binary.size,
    InitiatingProcessVersionInfoCompanyName: by.binary.vendor,
    InitiatingProcessParentFileName: by.parentFileName,
    InitiatingProcessParentId: by.parentPid,
  };
}

/** `DeviceProcessEvents`: `by` starts `started`. */
export function processRow(moment: DeviceMoment, started: RunningProgram): LogRow {
  return {
    ActionType: 'ProcessCreated',
    FileName: started.binary.fileName,
    FolderPath: started.binary.folderPath,
    SHA256: started.binary.sha256,
    SHA1: started.binary.sha1,
    MD5: started.binary.md5,
    FileSize: started.binary.size,
    ProcessVersionInfoCompanyName: started.binary.vendor,
    ProcessId: started.pid,
    ProcessUniqueId: uniqueIdOf(started),
    ProcessCommandLine: started.commandLine,
    ProcessCreationTime: moment.at,
    ProcessIntegrityLevel: started.integrity,
    ProcessTokenElevation: started.integrity === 'High' ? 'TokenElevationTypeFull' : 'TokenElevationTypeDefault',
    AccountDomain: moment.account.domain,
    AccountName: moment.account.accountName,
    AccountSid: moment.account.sid,
    AccountUpn: moment.account.upn,
    AccountObjectId: moment.account.objectId,
    InitiatingProcessIntegrityLevel: moment.by.integrity,
    ...initiating(moment),
  };
}

export type Connection = {
  readonly remoteIp: string;
  readonly remotePort: number;
  readonly remoteUrl: string;
  readonly localPort: number;
  readonly protocol?: 'Tcp' | 'Udp';
  readonly action?: string;
};

/** `DeviceNetworkEvents`. */
export function networkRow(moment: DeviceMoment, connection: Connection): LogRow {
  return {
    ActionType: connection.action ?? 'ConnectionSuccess',
    RemoteIP: connection.remoteIp,
    RemotePort: connection.remotePort,
    RemoteUrl: connection.remoteUrl,
    LocalIP: moment.device.ip,
    LocalPort: connection.localPort,
    Protocol: connection.protocol ?? 'Tcp',
    LocalIPType: 'Private',
    RemoteIPType: connection.remoteIp.startsWith('10.') ? 'Private' : 'Public',
    InitiatingProcessIntegrityLevel: moment.by.integrity,
    ...initiating(moment),
  };
}

export type TouchedFile = {
  readonly action: 'FileCreated' | 'FileModified' | 'FileRenamed' | 'FileDeleted';
  readonly fileName: string;
  readonly folderPath: string;
  readonly size: number;
  readonly sha256: string;
  readonly originUrl?: string;
  readonly previousFileName?: string;
};

/** `DeviceFileEvents`. */
export function fileRow(moment: DeviceMoment, file: TouchedFile): LogRow {
  return {
    ActionType: file.action,
    FileName: file.fileName,
    FolderPath: `${file.folderPath}${file.folderPath.startsWith('/') ? '/' : '\\'}${file.fileName}`,
    FileSize: file.size,
    SHA256: file.sha256,
    FileOriginUrl: file.originUrl ?? '',
    PreviousFileName: file.previousFileName ?? '',
    RequestAccountName: moment.account.accountName,
    RequestAccountDomain: moment.account.domain,
    RequestAccountSid: moment.account.sid,
    InitiatingProcessIntegrityLevel: moment.by.integrity,
    ...initiating(moment),
  };
}

/** `DeviceEvents`: what has no table of its own. `fields` become AdditionalFields. */
export function deviceEventRow(
  moment: DeviceMoment,
  actionType: string,
  fields: LogRow,
  file?: { readonly fileName: string; readonly folderPath: string; readonly sha256: string },
): LogRow {
  return {
    ActionType: actionType,
    AdditionalFields: fields,
    FileName: file?.fileName ?? '',
    FolderPath: file?.folderPath ?? '',
    SHA256: file?.sha256 ?? '',
    AccountName: moment.account.accountName,
    AccountDomain: moment.account.domain,
    AccountSid: moment.account.sid,
    ...initiating(moment),
  };
}

export type DeviceLogon = {
  readonly at: number;
  readonly device: Device;
  readonly account: Account;
  readonly success: boolean;
  readonly logonType: 'Interactive' | 'Network' | 'RemoteInteractive' | 'Unlock' | 'Service' | 'CachedInteractive';
  readonly remoteIp: string;
  readonly remoteDeviceName: string;
  readonly isLocalAdmin: boolean;
  readonly reportId: number;
};

/** `DeviceLogonEvents`. */
export function deviceLogonRow(logon: DeviceLogon): LogRow {
  return {
    Timestamp: logon.at,
    DeviceId: logon.device.deviceId,
    DeviceName: logon.device.dnsName,
    MachineGroup: logon.device.machineGroup,
    ReportId: logon.reportId,
    ActionType: logon.success ? 'LogonSuccess' : 'LogonFailed',
    LogonType: logon.logonType,
    AccountDomain: logon.account.domain,
    AccountName: logon.account.accountName,
    AccountSid: logon.account.sid,
    Protocol: logon.logonType === 'Network' ? 'Kerberos' : 'Negotiate',
    FailureReason: logon.success ? '' : 'InvalidUserNameOrPassword',
    IsLocalAdmin: logon.isLocalAdmin,
    RemoteIP: logon.remoteIp,
    RemoteIPType: logon.remoteIp === '' ? '' : 'Private',
    RemoteDeviceName: logon.remoteDeviceName,
    LogonId: 100_000 + (logon.reportId % 900_000),
  };
}

/** A running program with numbers drawn for it. */
export function running(
  random: Random,
  program: Binary,
  commandLine: string,
  startedAt: number,
  parent: { fileName: string; pid?: number },
  integrity: RunningProgram['integrity'] = 'Medium',
): RunningProgram {
  return {
    binary: program,
    commandLine,
    pid: 1_000 + random.int(30_000) * 4,
    startedAt,
    parentFileName: parent.fileName,
    parentPid: parent.pid ?? 500 + random.int(2_000) * 4,
    integrity,
  };
}

/** `DeviceRegistryEvents`: a value that was set. */
export function registryRow(
  moment: DeviceMoment,
  entry: { readonly key: string; readonly name: string; readonly value: string },
): LogRow {
  return {
    ActionType: 'RegistryValueSet',
    RegistryKey: entry.key,
    RegistryValueName: entry.name,
    RegistryValueData: entry.value,
    RegistryValueType: 'String',
    ...initiating(moment),
  };
}

/** `DeviceImageLoadEvents`: a library in the memory of a program. */
export function imageLoadRow(moment: DeviceMoment, library: Binary): LogRow {
  return {
    ActionType: 'ImageLoaded',
    FileName: library.fileName,
    FolderPath: library.folderPath,
    FileSize: library.size,
    SHA256: library.sha256,
    SHA1: library.sha1,
    MD5: library.md5,
    InitiatingProcessIntegrityLevel: moment.by.integrity,
    ...initiating(moment),
  };
}
