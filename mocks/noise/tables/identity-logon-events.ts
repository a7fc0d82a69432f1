/** IdentityLogonEvents: some of the cloud sign-ins, and Kerberos at the domain controllers. */
import type { LogRow } from '@/mocks/company/log-row';
import { identityAccount } from '@/mocks/company/telemetry/identity-account';
import { identityLogonRow } from '@/mocks/company/telemetry/sign-in';
import { tenantIds } from '@/mocks/company/tenant-ids';
import { signInMoment } from '@/mocks/noise/moments/sign-in';
import type { Moment, NoiseTable } from '@/mocks/noise/table';

function domainLogon({ at, staff, random }: Moment): LogRow {
  const person = staff.someone(at, random);
  const laptop = staff.laptop(person);
  const controller = random.pick(staff.domainControllers);
  const failed = random.chance(0.03);
  return {
    Timestamp: at,
    ActionType: failed ? 'LogonFailed' : 'LogonSuccess',
    Application: 'Active Directory',
    LogonType: random.pick(['Interactive', 'Credentials validation', 'Resource access']),
    Protocol: random.chance(0.88) ? 'Kerberos' : 'Ntlm',
    FailureReason: failed ? 'WrongPassword' : '',
    ...identityAccount(person),
    DeviceName: laptop.dnsName,
    DeviceType: 'Workstation',
    OSPlatform: laptop.osPlatform,
    IPAddress: laptop.ip,
    Port: String(49_152 + random.int(16_000)),
    DestinationDeviceName: controller.dnsName,
    DestinationIPAddress: controller.ip,
    DestinationPort: '88',
    TargetDeviceName: controller.dnsName,
    ReportId: random.guid(),
    AdditionalFields: { Spns: `krbtgt/${tenantIds.domain}` },
  };
}

export const identityLogonEvents: NoiseTable = {
  table: 'IdentityLogonEvents',
  stream: 'sign-ins',
  share: 0.045,
  rhythm: 'people',
  row: (moment) => {
    const signIn = signInMoment(moment);
    const draw = moment.random.next();
    if (draw < 0.35) return identityLogonRow(signIn);
    return draw < 0.75 ? domainLogon(moment) : null;
  },
};
