// https://learn.microsoft.com/azure/sentinel/normalization-schema-dns
import type { AsimSchema } from './asim-schema';

export const dns: AsimSchema = {
  schema: 'Dns',
  version: '0.1.7',
  alsoKnownAs: [],
  native: 'ASimDnsActivityLogs',
  parameters: [
    { name: 'srcipaddr', filter: 'is', columns: ['SrcIpAddr'] },
    { name: 'domain_has_any', filter: 'any', columns: ['DnsQuery'] },
    { name: 'responsecodename', filter: 'is', columns: ['EventResultDetails'] },
    { name: 'response_has_ipv4', filter: 'has', columns: ['DnsResponseName'] },
    { name: 'response_has_any_prefix', filter: 'prefix', columns: ['DnsResponseName'] },
    { name: 'eventtype', filter: 'is', columns: ['EventType'] },
  ],
  sources: [
    {
      name: 'Microsoft365Defender',
      table: 'DeviceEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for Endpoint',
      parse: `where ActionType == 'DnsQueryResponse'
| extend Fields = parse_json(tostring(AdditionalFields)), Host = tostring(split(DeviceName, '.')[0])
| project TimeGenerated, EventType = 'Query', EventSubType = 'response', EventOriginalType = ActionType, EventResult = 'Success', EventResultDetails = 'NOERROR', EventSeverity = 'Informational',
  DnsQuery = tostring(Fields.DnsQueryString), DnsResponseName = iff(array_length(Fields.DnsQueryResult) > 0, tostring(Fields.DnsQueryResult), ''), DnsResponseCode = int(0),
  SrcIpAddr = LocalIP, SrcHostname = Host, SrcFQDN = DeviceName, SrcDvcId = DeviceId, SrcDvcIdType = 'MDEid',
  SrcProcessName = InitiatingProcessFolderPath, SrcProcessId = tostring(InitiatingProcessId),
  SrcUsername = iff(isempty(InitiatingProcessAccountUpn), strcat(InitiatingProcessAccountDomain, '\\\\', InitiatingProcessAccountName), InitiatingProcessAccountUpn),
  SrcUserId = InitiatingProcessAccountSid, SrcUserIdType = 'SID',
  DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = Host`,
    },
  ],
  aliases: [
    'Domain = DnsQuery',
    'DnsResponseCodeName = EventResultDetails, ResponseCodeName = EventResultDetails',
    'Src = coalesce(Src, SrcFQDN, SrcHostname, SrcIpAddr, SrcDvcId)',
    'Dst = coalesce(Dst, DstFQDN, DstHostname, DstIpAddr, DstDvcId)',
    'Dvc = coalesce(Dvc, DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
    'IpAddr = SrcIpAddr, Hostname = SrcHostname, User = SrcUsername, Process = SrcProcessName',
    'SessionId = DnsSessionId, Duration = DnsNetworkDuration',
  ],
};
