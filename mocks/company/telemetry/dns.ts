/** `ASimDnsActivityLogs` and `DnsEvents`: a question to the DNS server of a site, which is its domain controller, and the answer. */
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

/** As the older agent logs it. https://learn.microsoft.com/azure/azure-monitor/reference/tables/dnsevents */
export function dnsEventRow({ at, asker, resolver, name, answer }: DnsQuestion): LogRow {
  const found = answer !== '';
  return {
    TimeGenerated: at,
    Computer: resolver.dnsName,
    ClientIP: asker.ip,
    Name: name,
    QueryType: 'A',
    IPAddresses: answer,
    SubType: 'LookupQuery',
    Result: found ? 'Success' : 'NameError',
    ResultCode: found ? 0 : 3,
    // Of the server's analytical log: a response that went out.
    EventId: 257,
    TaskCategory: 'LOOK_UP',
    SourceSystem: 'OpsManager',
  };
}
