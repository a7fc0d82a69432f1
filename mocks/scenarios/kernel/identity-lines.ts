/** What Defender for Identity sees at the domain controllers: questions about the directory, and changes of accounts. */
import { hash32 } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { Line } from '@/mocks/scenarios/kernel/rows';

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
export function directoryQuestionLine(question: DirectoryQuestion): Line {
  const { at, person, from, controller, protocol, queryType, query, target } = question;
  return [
    'IdentityQueryEvents',
    {
      Timestamp: at,
      ActionType: protocol === 'Ldap' ? 'LDAP query' : 'SAMR query',
      Application: 'Active Directory',
      Protocol: protocol,
      QueryType: queryType,
      Query: query,
      QueryTarget: target,
      AccountName: person.accountName,
      AccountDomain: tenantIds.domain,
      AccountUpn: person.upn,
      AccountSid: person.sid,
      AccountObjectId: person.objectId,
      AccountDisplayName: person.displayName,
      DeviceName: from.dnsName,
      IPAddress: from.ip,
      Port: String(49_152 + (hash32(`${at}/${query}`) % 16_000)),
      DestinationDeviceName: controller.dnsName,
      DestinationIPAddress: controller.ip,
      DestinationPort: protocol === 'Ldap' ? '389' : '445',
      ReportId: String(hash32(`query/${from.deviceId}/${at}/${query}`)),
    },
  ];
}

/** `IdentityDirectoryEvents`: an account of the domain is changed by a service of Microsoft's. */
export function accountChangeLine(at: number, person: Person, actionType: string, by: string): Line {
  return [
    'IdentityDirectoryEvents',
    {
      Timestamp: at,
      ActionType: actionType,
      Application: 'Active Directory',
      AccountDisplayName: by,
      TargetAccountUpn: person.upn,
      TargetAccountDisplayName: person.displayName,
      ReportId: String(hash32(`account/${person.sid}/${at}/${actionType}`)),
      AdditionalFields: { ACTOR: { ACCOUNT: by }, 'TARGET_OBJECT.USER': person.accountName },
    },
  ];
}
