// https://learn.microsoft.com/azure/sentinel/normalization-schema-web
import type { AsimSchema } from './asim-schema';

/** No table of the demo logs web requests: only events that arrive normalized are read. */
export const webSession: AsimSchema = {
  schema: 'WebSession',
  version: '0.2.6',
  alsoKnownAs: [],
  native: 'ASimWebSessionLogs',
  parameters: [
    { name: 'srcipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr'] },
    { name: 'ipaddr_has_any_prefix', filter: 'prefix', columns: ['SrcIpAddr', 'DstIpAddr'] },
    { name: 'url_has_any', filter: 'any', columns: ['Url'] },
    { name: 'httpuseragent_has_any', filter: 'any', columns: ['HttpUserAgent'] },
    { name: 'eventresultdetails_in', filter: 'in', columns: ['EventResultDetails'] },
    { name: 'eventresult', filter: 'is', columns: ['EventResult'] },
    { name: 'eventresultdetails_has_any', filter: 'any', columns: ['EventResultDetails'] },
  ],
  sources: [],
  aliases: [
    'IpAddr = SrcIpAddr, User = coalesce(DstUsername, SrcUsername), UserAgent = HttpUserAgent, HttpStatusCode = EventResultDetails',
    'Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr)',
    'Dst = coalesce(DstFQDN, DstHostname, DstIpAddr)',
    'Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId)',
  ],
};
