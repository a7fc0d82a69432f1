/** Q5 of the product's source texts, verbatim: Threat-intelligence addresses in endpoint traffic. */
import type { SampleQuery } from './sample-query';

export const threatIntelligenceAddresses: SampleQuery = {
  id: 'Q5',
  title: 'Threat-intelligence addresses in endpoint traffic',
  about: 'Both worlds in one query',
  note: 'IndicatorType is not in the published schema of ThreatIntelligenceIndicator.',
  text: `// Cross-platform query: Defender XDR endpoint data + Sentinel TI data
let MaliciousIPs = ThreatIntelligenceIndicator
    | where Active == true and ExpirationDateTime > now()
    | where IndicatorType == "ipv4-addr"
    | project MaliciousIP = NetworkIP, ThreatType, ConfidenceScore;
DeviceNetworkEvents
| where TimeGenerated > ago(24h)
| join kind=inner MaliciousIPs on $left.RemoteIP == $right.MaliciousIP
| project TimeGenerated, DeviceName, RemoteIP, RemoteUrl,
    ThreatType, ConfidenceScore, InitiatingProcessFileName`,
};
