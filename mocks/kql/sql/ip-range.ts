/**
 * Whether addresses are inside constant ranges. An address as it is usually written (four plain numbers) is decided by
 * one pattern made of the ranges; only unusual spellings (a prefix length, spaces, leading zeros) need the function.
 */
import type { Expr } from '../ir';
import type { ExprContext } from './context';
import { printAs, printFunction } from './expression';
import type { CallExpr, SpecialPrinter } from './operators';
import { quoteText } from './quote';

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

type Range = { readonly octets: readonly number[]; readonly bits: number };

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

function toRange(text: string): Range | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const bits = Number(match[5] ?? 32);
  return bits <= 32 && octets.every((value) => value <= 255) ? { octets, bits } : undefined;
}

/** The usual spellings of a range's addresses. */
function patternOf({ octets, bits }: Range): string {
  const parts = octets.map((value, index) => {
    const fixed = Math.max(0, Math.min(8, bits - index * 8));
    if (fixed === 8) return String(value);
    if (fixed === 0) return octet;
    const size = 2 ** (8 - fixed);
    const first = Math.floor(value / size) * size;
    return `(?:${Array.from({ length: size }, (_, offset) => first + offset).join('|')})`;
  });
  return parts.join('\\.');
}

const prefixOf = ({ octets, bits }: Range): string =>
  octets
    .slice(0, Math.floor(bits / 8))
    .map((value, index) => (index === 3 ? `${value}` : `${value}.`))
    .join('');

/** How addresses of `198.51.` begin when one of these numbers but the first has zeros before it: `198.0`. */
const zeroBeginnings = (prefix: string): string[] =>
  prefix
    .split('.')
    .slice(0, -1)
    .map((_, index, parts) => `${parts.slice(0, index + 1).join('.')}.0`)
    .filter((beginning) => !beginning.startsWith(prefix));

function constantTexts(arguments_: readonly Expr[]): string[] | undefined {
  const texts: string[] = [];
  for (const argument of arguments_) {
    if (argument.kind !== 'literal' || typeof argument.value !== 'string') return undefined;
    const parsed: unknown = argument.type === 'dynamic' ? JSON.parse(argument.value) : argument.value;
    for (const text of [parsed].flat()) {
      if (typeof text !== 'string') return undefined;
      texts.push(text);
    }
  }
  return texts;
}

/** The subject and the ranges, when all of them are known and well formed. */
function partsOf(expr: CallExpr): { readonly subject: Expr; readonly ranges: readonly Range[] } | undefined {
  const [subject, ...rest] = expr.args;
  if (!subject || subject.kind === 'literal' || subject.type !== 'string') return undefined;
  const texts = expr.name === 'ipv4_is_private' ? privateRanges : constantTexts(rest);
  const ranges = texts?.map(toRange);
  if (!ranges || ranges.length === 0 || !ranges.every((range) => range !== undefined)) return undefined;
  return { subject, ranges };
}

/** Four numbers and nothing else, as far as cheap tests can tell. */
const usual = (ip: string): string =>
  `(${ip} >= '1' AND ${ip} < ':' AND NOT contains(${ip}, '/') AND NOT contains(${ip}, ' ') AND NOT (contains(${ip}, '.0') AND regexp_matches(${ip}, '\\.0[0-9]')))`;

function inside(ip: string, ranges: readonly Range[]): string {
  const prefixes = [...new Set(ranges.map(prefixOf))];
  const pattern = quoteText(ranges.map(patternOf).join('|'));
  const test = `regexp_full_match(${ip}, ${pattern})`;
  if (prefixes.includes('')) return test;
  return `((${prefixes.map((prefix) => `starts_with(${ip}, ${quoteText(prefix)})`).join(' OR ')}) AND ${test})`;
}

const names = ['ipv4_is_in_range', 'ipv4_is_in_any_range', 'ipv4_is_private'];

/** As a value: null when the text is no address. */
function rangeTest(expr: CallExpr, context: ExprContext): string | undefined {
  const parts = partsOf(expr);
  if (!parts) return undefined;
  const ip = printAs(parts.subject, 'string', context);
  const valid = `regexp_full_match(${ip}, ${quoteText([octet, octet, octet, octet].join('\\.'))})`;
  return `CASE WHEN ${ip} = '' THEN NULL WHEN ${inside(ip, parts.ranges)} THEN TRUE WHEN ${usual(ip)} AND ${valid} THEN FALSE ELSE ${printFunction(expr, context)} END`;
}

/** As a filter, where null counts as false: what does not begin like a range's addresses needs no further look. */
export function rangePredicate(expr: CallExpr, context: ExprContext): string | undefined {
  const parts = names.includes(expr.name) ? partsOf(expr) : undefined;
  if (!parts) return undefined;
  const ip = printAs(parts.subject, 'string', context);
  const test = `CASE WHEN ${inside(ip, parts.ranges)} THEN TRUE WHEN ${ip} = '' OR ${usual(ip)} THEN FALSE ELSE coalesce(${printFunction(expr, context)}, FALSE) END`;
  const prefixes = [...new Set(parts.ranges.map(prefixOf))];
  if (prefixes.includes('')) return test;
  // Spaces and zeros before a number hide how an address begins: spaces only before the first, zeros before each.
  const beginnings = [...new Set(prefixes.flatMap((prefix) => [prefix, ...zeroBeginnings(prefix)]))];
  const tests = beginnings.map((beginning) => `starts_with(${ip}, ${quoteText(beginning)})`).join(' OR ');
  // One comparison, which a scan can use, spares most other addresses the rest.
  const [bound = ''] = beginnings.map(afterAll).sort().reverse();
  return `(${ip} < ${quoteText(bound)} AND (${tests} OR ${ip} < '1') AND ${test})`;
}

/** The least text above all that begin like this. */
const afterAll = (beginning: string): string =>
  beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);

export const ipRangePrinters: Readonly<Record<string, SpecialPrinter>> = Object.fromEntries(
  names.map((name) => [name, rangeTest]),
);
