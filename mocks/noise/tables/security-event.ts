/** SecurityEvent: Windows security log of the servers and domain controllers. */
import { weigh } from '@/lib/base/random';
import { tenantIds } from '@/mocks/company/tenant-ids';
import type { NoiseTable } from '@/mocks/noise/table';

const events = weigh<{ id: number; activity: string; onController: boolean }>([
  [{ id: 4624, activity: '4624 - An account was successfully logged on.', onController: false }, 34],
  [{ id: 4634, activity: '4634 - An account was logged off.', onController: false }, 22],
  [{ id: 4625, activity: '4625 - An account failed to log on.', onController: false }, 3],
  [{ id: 4672, activity: '4672 - Special privileges assigned to new logon.', onController: false }, 8],
  [{ id: 4688, activity: '4688 - A new process has been created.', onController: false }, 10],
  [{ id: 4768, activity: '4768 - A Kerberos authentication ticket (TGT) was requested.', onController: true }, 10],
  [{ id: 4769, activity: '4769 - A Kerberos service ticket was requested.', onController: true }, 11],
  [
    {
      id: 4776,
      activity: '4776 - The domain controller attempted to validate the credentials for an account.',
      onController: true,
    },
    2,
  ],
]);

export const securityEvent: NoiseTable = {
  table: 'SecurityEvent',
  share: 0.045,
  rhythm: 'machines',
  row: ({ at, staff, random }) => {
    const event = random.draw(events);
    const person = staff.someone(at, random);
    const laptop = staff.laptop(person);
    const host = random.pick(event.onController ? staff.domainControllers : staff.servers);
    const isLogon = event.id === 4624 || event.id === 4625;
    return {
      TimeGenerated: at,
      Computer: host.dnsName,
      EventID: event.id,
      Activity: event.activity,
      Channel: 'Security',
      EventSourceName: 'Microsoft-Windows-Security-Auditing',
      Account: `${tenantIds.ntDomain}\\${person.accountName}`,
      AccountType: 'User',
      TargetUserName: person.accountName,
      TargetDomainName: tenantIds.ntDomain,
      TargetAccount: `${tenantIds.ntDomain}\\${person.accountName}`,
      TargetUserSid: person.sid,
      IpAddress: laptop.ip,
      IpPort: String(49_152 + random.int(16_000)),
      WorkstationName: laptop.hostName.toUpperCase(),
      ...(isLogon
        ? {
            LogonType: 3,
            LogonTypeName: '3 - Network',
            AuthenticationPackageName: 'Kerberos',
            LogonProcessName: 'Kerberos',
          }
        : {}),
      ...(event.id === 4625 ? { Status: '0xc000006d', SubStatus: '0xc000006a', FailureReason: '%%2313' } : {}),
      ...(event.id === 4688
        ? {
            NewProcessName: 'C:\\Windows\\System32\\taskhostw.exe',
            ParentProcessName: 'C:\\Windows\\System32\\svchost.exe',
            CommandLine: 'taskhostw.exe SYSTEM',
          }
        : {}),
      EventRecordId: String(10_000_000 + random.int(90_000_000)),
    };
  },
};
