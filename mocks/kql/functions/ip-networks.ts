// The ends of networks, for the lookup plugins: not functions of Kusto's.
import type { FunctionRow } from './function-row';
import { lastIpv4, lastIpv6 } from './js/ip-network';

export const ipNetworkParts: readonly FunctionRow[] = [
  { kql: 'ipv4#last(string): long', js: lastIpv4 },
  { kql: 'ipv6#last(string): string', js: lastIpv6 },
];
