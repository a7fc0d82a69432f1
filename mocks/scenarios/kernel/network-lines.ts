/** A connection as everybody on its way sees it: who asked for the name, the endpoint, the DNS server, the firewall. */
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import type { Site } from '@/mocks/company/sites';
import type { RunningProgram } from '@/mocks/company/telemetry/device';
import { type DnsQuestion, dnsAnswerRow, dnsEventRow } from '@/mocks/company/telemetry/dns';
import { connectionLine, deviceEventLine, localPortOf, type Who } from '@/mocks/scenarios/kernel/device-lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';

export type FirewallDeed = {
  readonly at: number;
  readonly site: Site;
  readonly action: 'allow' | 'deny';
  readonly application: string;
  readonly sourceIp: string;
  readonly destinationIp: string;
  readonly destinationPort: number;
  readonly sourcePort?: number;
  readonly sentBytes?: number;
  readonly receivedBytes?: number;
  /** The name that was asked for in the clear, which TLS tells the firewall. */
  readonly host?: string;
  readonly user?: Person;
};

/** A connection as the site's firewall logs it. */
export function firewallLine(deed: FirewallDeed): Line {
  const outside = !deed.destinationIp.startsWith('10.');
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
    SentBytes: deed.sentBytes ?? 512,
    ReceivedBytes: deed.action === 'allow' ? (deed.receivedBytes ?? 128) : 0,
    LogSeverity: deed.action === 'allow' ? '1' : '5',
    CommunicationDirection: outside ? 'Outbound' : 'Internal',
    SourceTranslatedAddress: outside && deed.action === 'allow' ? deed.site.egressIp : '',
    ...(deed.sourcePort === undefined ? {} : { SourcePort: deed.sourcePort }),
    ...(deed.host === undefined ? {} : { DestinationHostName: deed.host }),
  };
  return ['CommonSecurityLog', row];
}

/** Who and what talks to whom. */
export type Visit = {
  readonly at: number;
  readonly device: Device;
  readonly who: Who;
  readonly by: RunningProgram;
  readonly remoteIp: string;
  readonly host: string;
  /** The domain controller that answers this device's questions. */
  readonly resolver: Device;
  readonly person?: Person;
  readonly sentBytes?: number;
  readonly receivedBytes?: number;
};

/** The controllers serve the names of the offices; the first of a site answers there. */
export function resolverOf(devices: readonly Device[], site: Site): Device {
  const found = devices.find((device) => device.role === 'domainController' && device.site === site);
  if (!found) throw new RangeError(`no domain controller in ${site.code}`);
  return found;
}

/** The question for a name, as the endpoint that asks and the DNS server that answers log it. */
export function dnsLines({ at, device, who, by, remoteIp, host, resolver }: Visit): Line[] {
  const asked = at - 200;
  const fields = { DnsQueryString: host, DnsQueryResult: [{ DnsQueryType: 'A', Result: remoteIp }] };
  const question: DnsQuestion = { at: asked, asker: device, resolver, name: host, answer: remoteIp };
  return [
    deviceEventLine(asked, device, who, by, 'DnsQueryResponse', fields, { columns: { LocalIP: device.ip } }),
    ['ASimDnsActivityLogs', dnsAnswerRow(question)],
    ['DnsEvents', dnsEventRow(question)],
  ];
}

/** The connection itself, at both ends of the wire that are ours. */
export function trafficLines(visit: Visit): Line[] {
  const { at, device, who, by, remoteIp, host, person, sentBytes, receivedBytes } = visit;
  return [
    connectionLine(at, device, who, by, { remoteIp, remotePort: 443, remoteUrl: host }),
    firewallLine({
      at,
      site: device.site,
      action: 'allow',
      application: 'ssl',
      sourceIp: device.ip,
      sourcePort: localPortOf(at, remoteIp),
      destinationIp: remoteIp,
      destinationPort: 443,
      host,
      ...(person && { user: person }),
      ...(sentBytes !== undefined && { sentBytes }),
      ...(receivedBytes !== undefined && { receivedBytes }),
    }),
  ];
}

export function visitLines(visit: Visit): Line[] {
  return [...dnsLines(visit), ...trafficLines(visit)];
}
