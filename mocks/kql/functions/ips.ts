// IP address functions. https://learn.microsoft.com/kusto/query/scalar-functions#ipv4ipv6-functions
import type { FunctionRow } from './function-row';
import * as ip from './js/ip';

export const ipFunctions: readonly FunctionRow[] = [
  { kql: 'parse_ipv4(string): long', js: ip.parseIpv4 },
  { kql: 'parse_ipv4_mask(string, long): long', js: ip.parseIpv4Mask },
  { kql: 'parse_ipv6(string): string', js: ip.parseIpv6 },
  { kql: 'parse_ipv6_mask(string, long): string', js: ip.parseIpv6Mask },
  { kql: 'ipv4_is_private(string): bool', js: ip.isPrivate },
  { kql: 'ipv4_is_in_range(string, string): bool', js: ip.isInRange },
  { kql: 'ipv4_is_in_any_range(string, any...): bool', js: ip.isInAnyRange },
  { kql: 'ipv4_is_match(string, string, long?): bool', js: ip.isMatch },
  { kql: 'ipv4_compare(string, string, long?): long', js: ip.compareIpv4 },
  { kql: 'ipv4_range_to_cidr_list(string, string): dynamic', js: ip.rangeToCidrs },
  { kql: 'ipv4_netmask_suffix(string): long', js: ip.netmaskSuffix },
  { kql: 'ipv6_is_in_range(string, string): bool', js: ip.isInRange6 },
  { kql: 'ipv6_is_in_any_range(string, any...): bool', js: ip.isInAnyRange6 },
  { kql: 'ipv6_is_match(string, string, long?): bool', js: ip.isMatch6 },
  { kql: 'ipv6_compare(string, string, long?): long', js: ip.compareIpv6 },
  { kql: 'format_ipv4(any, long?): string', js: ip.formatIpv4 },
  { kql: 'format_ipv4_mask(any, long?): string', js: ip.formatIpv4Mask },
  { kql: 'has_ipv4(string, string): bool', js: ip.hasIpv4 },
  { kql: 'has_ipv4_prefix(string, string): bool', js: ip.hasIpv4Prefix },
  { kql: 'has_any_ipv4(string, any...): bool', js: ip.hasAnyIpv4 },
  { kql: 'has_any_ipv4_prefix(string, any...): bool', js: ip.hasAnyIpv4Prefix },
];
