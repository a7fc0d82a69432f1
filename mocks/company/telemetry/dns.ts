/** `ASimDnsActivityLogs`: a question to the DNS server of a site, which is its domain controller, and the answer. */
import { hash32 } from '@/lib/base/random';
import type { Device } from '@/mocks/company/devices';
import type { LogRow } from '@/mocks/company/log-row';

export type DnsQuestion = {
  readonly at: number;
  readonly asker: Device;
  readonly resolver: Device;
  readonly name: string;
  /** The address it was told; '' when there is no such name. */
  readonly answer: string;
};

/** As the agent of Azure Monitor normalizes the log of Windows' DNS server. */
export function dnsAnswerRow({ at, asker, resolver, name, answer }: DnsQuestion): LogRow {
  const found = answer !== '';
  return {
    TimeGenerated: at,
    EventType: 'Query',
    EventSubType: 'response',
    EventResult: found ? 'Success' : 'Failure',
    EventProduct: 'DNS Server',
    EventVendor: 'Microsoft',
    EventSchemaVersion: '0.1.7',
    EventStartTime: at,
    EventEndTime: at,
    EventCount: 1,
    Dvc: resolver.dnsName,
    DvcHostname: resolver.hostName,
    DvcIpAddr: resolver.ip,
    SrcIpAddr: asker.ip,
    SrcHostname: asker.hostName,
    SrcPortNumber: 49_152 + (hash32(`${at}/${name}`) % 16_000),
    DstIpAddr: resolver.ip,
    DstPortNumber: 53,
    NetworkProtocol: 'UDP',
    DnsQuery: name,
    DnsQueryType: 1,
    DnsQueryTypeName: 'A',
    DnsResponseCode: found ? 0 : 3,
    EventResultDetails: found ? 'NOERROR' : 'NXDOMAIN',
    DnsResponseName: answer,
  };
}
