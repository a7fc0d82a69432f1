/**
 * Automatic attack disruption: the account is disabled on premises and in the cloud, and contained devices refuse what it
 * still tries. https://learn.microsoft.com/defender-xdr/automatic-attack-disruption
 */
import { guidOf } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import { accountOf } from '@/mocks/company/telemetry/device';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { accountChangeLine } from '@/mocks/scenarios/kernel/identity-lines';
import { auditLine } from '@/mocks/scenarios/kernel/lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';
import { refusedLogonLines } from '@/mocks/scenarios/kernel/windows-log';

export type Disruption = {
  readonly at: number;
  readonly server: Device;
  readonly person: Person;
  /** Where the intruder sits and tries again. */
  readonly laptop: Device;
};

type Stopped = { readonly at: number; readonly actionType: string; readonly service: string; readonly port: string };

function stoppedLine({ at: orderedAt, server, person, laptop }: Disruption, stopped: Stopped): Line {
  const row: LogRow = {
    Timestamp: stopped.at,
    ActionType: stopped.actionType,
    DeviceId: server.deviceId,
    DeviceName: server.dnsName,
    TargetDeviceId: server.deviceId,
    TargetDeviceName: server.dnsName,
    SourceDeviceId: laptop.deviceId,
    SourceDeviceName: laptop.dnsName,
    SourceIpAddress: laptop.ip,
    SourceUserName: person.accountName,
    SourceUserDomainName: tenantIds.ntDomain,
    SourceUserSid: person.sid,
    LogonType: 'Network',
    Service: stopped.service,
    Port: stopped.port,
    ReportType: 'Prevented',
    DataSources: 'Microsoft Defender for Endpoint',
    PolicyId: guidOf(`disruption/${person.sid}/${orderedAt}`),
    PolicyName: 'Contain user',
    PolicyVersion: '1',
    IsPolicyOn: true,
  };
  return ['DisruptionAndResponseEvents', row];
}

/** The order, and within a minute two tries that come to nothing. */
export function disruptionLines(disruption: Disruption): Line[] {
  const { at, server, person, laptop } = disruption;
  const by = 'Microsoft Defender for Identity';
  const changes = [{ name: 'AccountEnabled', from: 'true', to: 'false' }];
  const refusedAt = at + 50_000;
  return [
    accountChangeLine(at, person, 'Account Disabled changed', by),
    auditLine({
      at: at + 3_000,
      by: person,
      app: by,
      ip: '',
      operation: 'Disable account',
      category: 'UserManagement',
      success: true,
      reason: '',
      targets: [{ type: 'User', displayName: person.displayName, userPrincipalName: person.upn, changes }],
    }),
    stoppedLine(disruption, {
      at: at + 20_000,
      actionType: 'ContainedUserSmbSessionStopped',
      service: 'SMB',
      port: '445',
    }),
    stoppedLine(disruption, { at: refusedAt, actionType: 'ContainedUserLogonBlocked', service: 'RPC', port: '135' }),
    ...refusedLogonLines({
      at: refusedAt,
      server,
      account: accountOf(person),
      from: laptop,
      reason: 'account disabled',
    }),
  ];
}
