/**
 * What an endpoint sensor writes about a program: its start, the files, libraries and connections it touches. Ids come
 * from the deed itself and not from a stream of draws, so that rows built twice, or in another order, are the same rows.
 */
import { hash32 } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { Binary } from '@/mocks/company/telemetry/binaries';
import {
  type Account,
  accountOf,
  type Connection,
  type DeviceMoment,
  deviceEventRow,
  fileRow,
  imageLoadRow,
  networkRow,
  processRow,
  type RunningProgram,
  type TouchedFile,
} from '@/mocks/company/telemetry/device';
import type { Line } from '@/mocks/scenarios/kernel/rows';

export type Who = Person | Account;

const toAccount = (who: Who): Account => ('domain' in who ? who : accountOf(who));

/** The session in which somebody works on a device; 0x3e7 is the machine's own on every Windows. */
export function logonIdOf(device: Device, who: Who): number {
  const { sid } = toAccount(who);
  return sid === 'S-1-5-18' ? 0x3e7 : 0x10_000 + (hash32(`${device.deviceId}/${sid}`) % 0xf0_0000);
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

/** What a program starts: below it in the tree, in the same session. */
export function child(
  parent: RunningProgram,
  binary: Binary,
  commandLine: string,
  startedAt: number,
  integrity: RunningProgram['integrity'] = parent.integrity,
): RunningProgram {
  return {
    ...program(binary, commandLine, startedAt, parent.binary.fileName, integrity),
    parentPid: parent.pid,
    parentStartedAt: parent.startedAt,
    ...(parent.logonId === undefined ? {} : { logonId: parent.logonId }),
  };
}

export function onDevice(at: number, device: Device, who: Who, by: RunningProgram): DeviceMoment {
  return { at, device, account: toAccount(who), by, reportId: hash32(`${device.deviceId}/${at}/${by.commandLine}`) };
}

const parentStart = ({ parentStartedAt }: RunningProgram): LogRow =>
  parentStartedAt === undefined ? {} : { InitiatingProcessParentCreationTime: parentStartedAt };

/** `by` starts a program when that program says it started. */
export function processLine(device: Device, who: Who, by: RunningProgram, started: RunningProgram): Line {
  const session = logonIdOf(device, who);
  return [
    'DeviceProcessEvents',
    {
      ...processRow(onDevice(started.startedAt, device, who, by), started),
      ...parentStart(by),
      LogonId: started.logonId ?? session,
      InitiatingProcessLogonId: by.logonId ?? session,
      ProcessVersionInfoOriginalFileName: started.binary.originalName ?? started.binary.fileName,
    },
  ];
}

export function connectionLine(
  at: number,
  device: Device,
  who: Who,
  by: RunningProgram,
  to: Omit<Connection, 'localPort'>,
): Line {
  const localPort = localPortOf(at, to.remoteIp);
  return [
    'DeviceNetworkEvents',
    { ...networkRow(onDevice(at, device, who, by), { ...to, localPort }), ...parentStart(by) },
  ];
}

/** The port a connection leaves from: the firewall sees the same one. */
export function localPortOf(at: number, remoteIp: string): number {
  return 49_152 + (hash32(`${at}/${remoteIp}`) % 16_000);
}

export type Touched = Omit<TouchedFile, 'folderPath' | 'fileName' | 'size' | 'sha256'>;

/** A program writes, renames or deletes a file that other rows speak of as well: one hash everywhere. */
export function fileLine(
  at: number,
  device: Device,
  who: Who,
  by: RunningProgram,
  file: Binary,
  touched: Touched = { action: 'FileCreated' },
): Line {
  const folderPath = file.folderPath.slice(0, -file.fileName.length - 1);
  const row = fileRow(onDevice(at, device, who, by), {
    ...touched,
    folderPath,
    fileName: file.fileName,
    size: file.size,
    sha256: file.sha256,
  });
  return ['DeviceFileEvents', { ...row, SHA1: file.sha1, MD5: file.md5, ...parentStart(by) }];
}

/** A library in the memory of a program. */
export function imageLine(at: number, device: Device, who: Who, by: RunningProgram, library: Binary): Line {
  return ['DeviceImageLoadEvents', { ...imageLoadRow(onDevice(at, device, who, by), library), ...parentStart(by) }];
}

/** `DeviceEvents`: what has no table of its own. */
export function deviceEventLine(
  at: number,
  device: Device,
  who: Who,
  by: RunningProgram,
  actionType: string,
  fields: LogRow,
  more: { readonly file?: Binary; readonly columns?: LogRow } = {},
): Line {
  const { file, columns = {} } = more;
  return [
    'DeviceEvents',
    {
      ...deviceEventRow(onDevice(at, device, who, by), actionType, fields, file),
      ...(file ? { SHA1: file.sha1, MD5: file.md5, FileSize: file.size } : {}),
      ...parentStart(by),
      InitiatingProcessLogonId: by.logonId ?? logonIdOf(device, who),
      ...columns,
    },
  ];
}
