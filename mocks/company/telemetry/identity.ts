/** What Defender for Identity hears at the domain controllers: questions about the directory. */
import { hash32 } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import { identityAccount } from '@/mocks/company/telemetry/identity-account';

export type DirectoryQuestion = {
  readonly at: number;
  readonly person: Person;
  readonly from: Device;
  readonly controller: Device;
  readonly protocol: 'Ldap' | 'Samr';
  /** Such as `Enumerate group members`. */
  readonly queryType: string;
  readonly query: string;
  readonly target: string;
};

/** `IdentityQueryEvents`. */
export function directoryQuestionRow(question: DirectoryQuestion): LogRow {
  const { at, person, from, controller, protocol, queryType, query, target } = question;
  return {
    Timestamp: at,
    ActionType: protocol === 'Ldap' ? 'LDAP query' : 'SAMR query',
    Application: 'Active Directory',
    Protocol: protocol,
    QueryType: queryType,
    Query: query,
    QueryTarget: target,
    ...identityAccount(person),
    DeviceName: from.dnsName,
    IPAddress: from.ip,
    Port: String(49_152 + (hash32(`${at}/${query}`) % 16_000)),
    DestinationDeviceName: controller.dnsName,
    DestinationIPAddress: controller.ip,
    DestinationPort: protocol === 'Ldap' ? '389' : '445',
    ReportId: String(hash32(`query/${from.deviceId}/${at}/${query}`)),
  };
}
