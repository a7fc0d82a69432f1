/** The last address of a network, spelled as the parse functions spell its first one. */
import { netmaskSuffix, parseIpv4, parseIpv6 } from './ip';

export function lastIpv4(text: string): number | null {
  const first = parseIpv4(text);
  const bits = netmaskSuffix(text);
  return first === null || bits === null ? null : first + 2 ** (32 - bits) - 1;
}

/** The bits that a network leaves open are those that can differ: all of them set. */
export function lastIpv6(text: string): string | null {
  const first = parseIpv6(text);
  const bits = ipv6Bits(text);
  if (first === null || bits === null) return null;
  const open = (1n << BigInt(128 - bits)) - 1n;
  const groups = first.split(':');
  return groups
    .map((group, index) => {
      const here = (open >> BigInt(16 * (groups.length - 1 - index))) & 0xffffn;
      return (BigInt(`0x${group}`) | here).toString(16).padStart(4, '0');
    })
    .join(':');
}

/** A prefix beside an address with dots counts the bits of its IPv4 part. */
function ipv6Bits(text: string): number | null {
  const [host = '', suffix] = text.trim().split('/');
  if (suffix === undefined) return 128;
  const bits = Number(suffix) + (host.includes('.') ? 96 : 0);
  return Number.isInteger(bits) && bits >= 0 && bits <= 128 ? bits : null;
}
