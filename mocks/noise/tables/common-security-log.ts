/** CommonSecurityLog: the firewalls of the four sites. */
import { weigh } from '@/lib/base/random';
import { internetIp } from '@/mocks/company/sites';
import type { NoiseTable } from '@/mocks/noise/table';

const traffic = weigh<{ action: string; port: number; app: string; severity: string; inbound: boolean }>([
  [{ action: 'allow', port: 443, app: 'ssl', severity: '1', inbound: false }, 66],
  [{ action: 'allow', port: 80, app: 'web-browsing', severity: '1', inbound: false }, 8],
  [{ action: 'allow', port: 53, app: 'dns', severity: '1', inbound: false }, 12],
  [{ action: 'allow', port: 123, app: 'ntp', severity: '1', inbound: false }, 2],
  [{ action: 'deny', port: 3389, app: 'ms-rdp', severity: '5', inbound: true }, 4],
  [{ action: 'deny', port: 22, app: 'ssh', severity: '5', inbound: true }, 4],
  [{ action: 'deny', port: 445, app: 'ms-ds-smb', severity: '6', inbound: true }, 3],
  [{ action: 'reset-both', port: 443, app: 'unknown-tcp', severity: '4', inbound: false }, 1],
]);

export const commonSecurityLog: NoiseTable = {
  table: 'CommonSecurityLog',
  share: 0.07,
  rhythm: 'machines',
  row: ({ at, staff, random }) => {
    const flow = random.draw(traffic);
    const person = staff.someone(at, random);
    const inside = random.chance(0.8) ? staff.laptop(person) : random.pick(staff.servers);
    const outside = internetIp(random.int(180));
    const { site } = inside;
    return {
      TimeGenerated: at,
      DeviceVendor: 'Palo Alto Networks',
      DeviceProduct: 'PAN-OS',
      DeviceVersion: '11.1.4',
      DeviceName: `fw-${site.code.toLowerCase()}-01`,
      Computer: `fw-${site.code.toLowerCase()}-01`,
      DeviceEventClassID: 'end',
      Activity: 'TRAFFIC',
      LogSeverity: flow.severity,
      DeviceAction: flow.action,
      ApplicationProtocol: flow.app,
      Protocol: flow.port === 53 || flow.port === 123 ? 'udp' : 'tcp',
      SourceIP: flow.inbound ? outside : inside.ip,
      SourcePort: 49_152 + random.int(16_000),
      SourceTranslatedAddress: flow.inbound ? '' : site.egressIp,
      DestinationIP: flow.inbound ? site.egressIp : outside,
      DestinationPort: flow.port,
      SourceUserName: flow.inbound ? '' : person.upn,
      SentBytes: 400 + random.int(60_000),
      ReceivedBytes: flow.action === 'allow' ? 800 + random.int(900_000) : 0,
      CommunicationDirection: flow.inbound ? 'Inbound' : 'Outbound',
      DeviceInboundInterface: flow.inbound ? 'untrust' : 'trust',
      DeviceOutboundInterface: flow.inbound ? 'trust' : 'untrust',
    };
  },
};
