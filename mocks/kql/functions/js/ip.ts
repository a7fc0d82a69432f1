/** IPv4 as unsigned 32-bit numbers, IPv6 as 128-bit ones; an address may carry a prefix length (10.0.0.0/8). */

type Network = { readonly address: number; readonly bits: number };

const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function address4(text: string): number | null {
  const match = octets.exec(text.trim());
  const parts = match?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((total, part) => total * 256 + part, 0);
}

function network4(text: string): Network | null {
  const [host = '', suffix] = text.trim().split('/');
  const address = address4(host);
  const bits = suffix === undefined ? 32 : Number(suffix);
  if (address === null || !Number.isInteger(bits) || bits < 0 || bits > 32) return null;
  return { address, bits };
}

const masked = (address: number, bits: number): number =>
  bits === 0 ? 0 : Math.floor(address / 2 ** (32 - bits)) * 2 ** (32 - bits);

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

export function parseIpv4(text: string): number | null {
  const network = network4(text);
  return network && masked(network.address, network.bits);
}

export function parseIpv4Mask(text: string, bits: number): number | null {
  const network = network4(text);
  return network && masked(network.address, Math.max(0, Math.min(32, bits)));
}

export const netmaskSuffix = (text: string): number | null => network4(text)?.bits ?? null;

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

export function isPrivate(text: string): boolean | null {
  const network = network4(text);
  return (
    network &&
    privateRanges.some((range) => contains(range, network.address) && network.bits >= (network4(range)?.bits ?? 32))
  );
}

function contains(range: string, address: number): boolean {
  const network = network4(range);
  return network !== null && masked(network.address, network.bits) === masked(address, network.bits);
}

export function isInRange(text: string, range: string): boolean | null {
  const network = network4(text);
  if (!network || !network4(range)) return null;
  return contains(range, network.address);
}

/** Ranges come one by one, as an array, or as the JSON text of an array. */
function textsOf(values: readonly unknown[]): string[] {
  return values.flatMap((value): string[] => {
    if (Array.isArray(value)) return value.map(String);
    const text = String(value ?? '');
    return text.startsWith('[') ? (JSON.parse(text) as unknown[]).map(String) : [text];
  });
}

export function isInAnyRange(text: string, ...ranges: unknown[]): boolean | null {
  const network = network4(text);
  return network && textsOf(ranges).some((range) => contains(range, network.address));
}

export function compareIpv4(a: string, b: string, bits?: number | null): number | null {
  const [x, y] = [network4(a), network4(b)];
  if (!x || !y) return null;
  const shared = Math.min(x.bits, y.bits, bits ?? 32);
  return Math.sign(masked(x.address, shared) - masked(y.address, shared));
}

export function isMatch(a: string, b: string, bits?: number | null): boolean | null {
  const order = compareIpv4(a, b, bits);
  return order === null ? null : order === 0;
}

export function rangeToCidrs(from: string, to: string): string[] | null {
  const [start, end] = [address4(from), address4(to)];
  if (start === null || end === null) return null;
  const found: string[] = [];
  for (let at = start; at <= end; ) {
    let size = 1;
    while (at % (size * 2) === 0 && at + size * 2 - 1 <= end && size < 2 ** 32) size *= 2;
    found.push(`${dotted(at)}/${32 - Math.log2(size)}`);
    at += size;
  }
  return found;
}

function numeric4(value: unknown): number | null {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  const text = String(value ?? '');
  return /^\d+$/.test(text) ? Number(text) : parseIpv4(text);
}

export function formatIpv4(value: unknown, bits?: number | null): string {
  const address = numeric4(value);
  if (address === null || address < 0 || address >= 2 ** 32) return '';
  const length = bits ?? 32;
  return length < 0 || length > 32 ? '' : dotted(masked(address, length));
}

export function formatIpv4Mask(value: unknown, bits?: number | null): string {
  const own = typeof value === 'string' && value.includes('/') ? network4(value)?.bits : undefined;
  const length = bits === undefined || bits === null ? (own ?? 32) : Math.min(bits, own ?? 32);
  const address = formatIpv4(value, length);
  return address === '' || length < 0 || length > 32 ? '' : `${address}/${length}`;
}

/** An address stands alone when no letter, digit or dot touches it. */
const candidates = (source: string): string[] =>
  [...source.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)/g)]
    .map((match) => match[0])
    .filter((text) => address4(text) !== null);

export const hasIpv4 = (source: string, wanted: string): boolean => candidates(source).includes(wanted);

export function hasIpv4Prefix(source: string, prefix: string): boolean {
  if (!/^\d{1,3}\.((\d{1,3}\.){0,2}|(\d{1,3}\.){2}\d{1,3})$/.test(prefix)) return false;
  return candidates(source).some((text) => (prefix.endsWith('.') ? text.startsWith(prefix) : text === prefix));
}

export const hasAnyIpv4 = (source: string, ...wanted: unknown[]): boolean =>
  textsOf(wanted).some((text) => hasIpv4(source, text));

export const hasAnyIpv4Prefix = (source: string, ...wanted: unknown[]): boolean =>
  textsOf(wanted).some((text) => hasIpv4Prefix(source, text));

type Network6 = { readonly address: bigint; readonly bits: number };

/** IPv4 addresses are mapped into ::ffff:0:0/96, as Kusto does. */
function network6(text: string): Network6 | null {
  const [host = '', suffix] = text.trim().split('/');
  const four = address4(host);
  if (four !== null) {
    const bits = suffix === undefined ? 128 : Number(suffix) + 96;
    return { address: 0xffff_0000_0000n + BigInt(four), bits };
  }
  // In ::1.2.3.4 the prefix counts the bits of the IPv4 part.
  const dottedTail = host.includes('.') ? 96 : 0;
  const bits = suffix === undefined ? 128 : Number(suffix) + dottedTail;
  const address = address6(host);
  return address === null || !(bits >= 0 && bits <= 128) ? null : { address, bits };
}

function address6(text: string): bigint | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const four = tail ? address4(tail[2] ?? '') : null;
  const plain =
    tail && four !== null
      ? `${tail[1]}${Math.floor(four / 65_536).toString(16)}:${(four % 65_536).toString(16)}`
      : text;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((total, group) => total * 65_536n + BigInt(`0x${group}`), 0n);
}

const masked6 = (address: bigint, bits: number): bigint => (address >> BigInt(128 - bits)) << BigInt(128 - bits);

const groupsOf = (address: bigint): string =>
  Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16).padStart(4, '0'),
  ).join(':');

export function parseIpv6(text: string): string | null {
  const network = network6(text);
  return network && groupsOf(masked6(network.address, network.bits));
}

export function parseIpv6Mask(text: string, bits: number): string | null {
  const network = network6(text);
  return network && groupsOf(masked6(network.address, Math.min(network.bits, bits)));
}

export function compareIpv6(a: string, b: string, bits?: number | null): number | null {
  const [x, y] = [network6(a), network6(b)];
  if (!x || !y) return null;
  const shared = Math.min(x.bits, y.bits, bits ?? 128);
  const [p, q] = [masked6(x.address, shared), masked6(y.address, shared)];
  return p < q ? -1 : p > q ? 1 : 0;
}

export function isMatch6(a: string, b: string, bits?: number | null): boolean | null {
  const order = compareIpv6(a, b, bits);
  return order === null ? null : order === 0;
}

export function isInRange6(text: string, range: string): boolean | null {
  const [x, y] = [network6(text), network6(range)];
  return x && y ? masked6(x.address, y.bits) === masked6(y.address, y.bits) : null;
}

export const isInAnyRange6 = (text: string, ...ranges: unknown[]): boolean | null =>
  network6(text) && textsOf(ranges).some((range) => isInRange6(text, range) === true);
