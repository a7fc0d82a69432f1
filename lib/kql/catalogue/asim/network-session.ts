// https://learn.microsoft.com/azure/sentinel/normalization-schema-network
import type { AsimSchema } from './asim-schema';

export const networkSession: AsimSchema = {
  schema: 'NetworkSession',
  version: '0.2.6',
  alsoKnownAs: [],
  native: 'ASimNetworkSessionLogs',
  parameters: [
    { name: 'srcipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr'] },
    { name: 'dstipaddr_has_any_prefix', filter: 'prefix', columns: ['DstIpAddr'] },
    { name: 'ipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr', 'DstIpAddr'] },
    { name: 'dstportnumber', filter: 'number', columns: ['DstPortNumber'] },
    { name: 'hostname_has_any', filter: 'any', columns: ['SrcHostname', 'DstHostname'] },
    { name: 'dvcaction', filter: 'in', columns: ['DvcAction'] },
    { name: 'eventresult', filter: 'is', columns: ['EventResult'] },
  ],
  sources: [
    {
      name: 'Microsoft365Defender',
      table: 'DeviceNetworkEvents',
      vendor: 'Microsoft',
      product: 'M365 Defender for Endpoint',
      parse: `extend Inbound = ActionType == 'InboundConnectionAccepted', Host = tostring(split(DeviceName, '.')[0])
| project TimeGenerated, EventType = 'EndpointNetworkSession', EventOriginalType = ActionType,
  EventResult = iff(ActionType == 'ConnectionFailed', 'Failure', 'Success'), EventSeverity = 'Informational',
  DvcAction = iff(ActionType == 'ConnectionFailed', 'Deny', 'Allow'), NetworkDirection = iff(Inbound, 'Inbound', 'Outbound'), NetworkProtocol = toupper(Protocol),
  SrcIpAddr = iff(Inbound, RemoteIP, LocalIP), SrcPortNumber = toint(iff(Inbound, RemotePort, LocalPort)), DstIpAddr = iff(Inbound, LocalIP, RemoteIP), DstPortNumber = toint(iff(Inbound, LocalPort, RemotePort)),
  SrcHostname = iff(Inbound, '', Host), DstHostname = iff(Inbound, Host, tostring(split(RemoteUrl, '/')[0])), DstFQDN = iff(Inbound, DeviceName, ''), SrcFQDN = iff(Inbound, '', DeviceName),
  SrcDvcId = iff(Inbound, '', DeviceId), SrcAppName = iff(Inbound, '', InitiatingProcessFolderPath), SrcAppId = iff(Inbound, '', tostring(InitiatingProcessId)), SrcAppType = iff(Inbound, '', 'Process'),
  SrcUsername = iff(Inbound, '', iff(isempty(InitiatingProcessAccountUpn), strcat(InitiatingProcessAccountDomain, '\\\\', InitiatingProcessAccountName), InitiatingProcessAccountUpn)),
  SrcUserId = iff(Inbound, '', InitiatingProcessAccountSid), SrcUserIdType = iff(Inbound, '', 'SID'),
  DvcId = DeviceId, DvcIdType = 'MDEid', DvcFQDN = DeviceName, DvcHostname = Host`,
    },
    {
      name: 'PaloAltoCEF',
      table: 'CommonSecurityLog',
      vendor: 'Palo Alto',
      product: 'PanOS',
      parse: `where DeviceVendor == 'Palo Alto Networks' and DeviceProduct == 'PAN-OS' and Activity == 'TRAFFIC'
| project TimeGenerated, EventType = 'NetworkSession', EventSubType = 'End', EventOriginalType = DeviceEventClassID,
  EventResult = iff(DeviceAction == 'allow', 'Success', 'Failure'), EventSeverity = iff(DeviceAction == 'allow', 'Informational', 'Low'), EventOriginalSeverity = LogSeverity,
  DvcAction = case(DeviceAction == 'allow', 'Allow', DeviceAction == 'deny', 'Deny', DeviceAction startswith 'drop', 'Drop', DeviceAction startswith 'reset', 'Reset', ''), DvcOriginalAction = DeviceAction,
  NetworkDirection = CommunicationDirection, NetworkProtocol = toupper(Protocol), NetworkApplicationProtocol = ApplicationProtocol,
  SrcIpAddr = SourceIP, SrcPortNumber = toint(SourcePort), SrcNatIpAddr = SourceTranslatedAddress, SrcBytes = tolong(SentBytes), SrcUsername = SourceUserName, SrcHostname = SourceHostName,
  DstIpAddr = DestinationIP, DstPortNumber = toint(DestinationPort), DstBytes = tolong(ReceivedBytes), DstHostname = DestinationHostName, DstUsername = DestinationUserName,
  NetworkBytes = tolong(SentBytes) + tolong(ReceivedBytes), DvcInboundInterface = DeviceInboundInterface, DvcOutboundInterface = DeviceOutboundInterface,
  DvcHostname = Computer, EventProductVersion = DeviceVersion`,
    },
  ],
  aliases: [
    'Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr, SrcDvcId)',
    'Dst = coalesce(DstFQDN, DstHostname, DstIpAddr, DstDvcId)',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
    'IpAddr = SrcIpAddr',
    'Hostname = coalesce(DstHostname, SrcHostname)',
    'User = coalesce(DstUsername, SrcUsername)',
    "Duration = NetworkDuration, SessionId = NetworkSessionId, Rule = coalesce(NetworkRuleName, iff(isnull(NetworkRuleNumber), '', tostring(NetworkRuleNumber)))",
  ],
};
