/** String functions that SQL has no word for. Positions count code points, as in Kusto. */
import { linearPattern, type Match, matchesOf } from './linear-pattern';
import { QueryFault } from './query-fault';

const chars = (text: string): string[] => Array.from(text);
export const isAscii = (text: string): boolean => !/[^\p{ASCII}]/u.test(text);

export function substring(source: string, start: number | null, length?: number | null): string {
  const from = start ?? 0;
  if (length !== undefined && length !== null && length < 0) return '';
  const cells = isAscii(source) ? source : chars(source);
  if (from < -cells.length) return '';
  const first = from < 0 ? cells.length + from : from;
  const end = length === undefined || length === null ? undefined : first + length;
  const piece = cells.slice(first, end);
  return typeof piece === 'string' ? piece : piece.join('');
}

/** At most 1,024 repeats. https://learn.microsoft.com/kusto/query/strrep-function */
export function strrep(source: string, times: number | null, delimiter = ''): string {
  const count = Math.max(0, Math.min(1024, times ?? 0));
  return Array.from({ length: count }, () => source).join(delimiter);
}

export function strcatArray(list: unknown, delimiter: string): string {
  if (!Array.isArray(list)) return '';
  return list.map(textOf).join(delimiter);
}

/** A JSON value as tostring() gives it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** -1 when it is not there, null for an empty text to look for. `length` bounds where a match may start. */
export function indexOf(
  source: string,
  wanted: string,
  start?: number | null,
  length?: number | null,
  occurrence?: number | null,
): number | null {
  const nth = occurrence ?? 1;
  if (wanted === '' || nth < 1) return null;
  const from = startOf(start ?? 0, source.length);
  const end = length === undefined || length === null || length < 0 ? source.length : from + length;
  let at = from - 1;
  for (let count = 0; count < nth; count++) {
    at = source.indexOf(wanted, at + 1);
    if (at < 0 || at >= end) return -1;
  }
  return at;
}

const startOf = (start: number, length: number): number => (start < 0 ? Math.max(0, length + start) : start);

export function indexOfRegex(
  source: string,
  pattern: string,
  start?: number | null,
  length?: number | null,
  occurrence?: number | null,
): number | null {
  const from = start ?? 0;
  if (from < 0) return null;
  const end = length === undefined || length === null || length < 0 ? undefined : from + length;
  const found = matchesOf(linearPattern(pattern), source.slice(from, end))[(occurrence ?? 1) - 1];
  return found ? found.start + from : -1;
}

/** Overlapping occurrences count for plain text, not for a regex. */
export function countOf(source: string, wanted: string, kind = 'normal'): number {
  if (wanted === '') return 0;
  if (kind === 'regex') return matchesOf(linearPattern(wanted), source).length;
  let count = 0;
  for (let at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + 1)) count += 1;
  return count;
}

/** All at once: what a replacement puts in is not replaced again. */
export function replaceStrings(source: string, lookups: unknown, rewrites: unknown): string {
  if (!Array.isArray(lookups) || !Array.isArray(rewrites) || lookups.length !== rewrites.length) return source;
  const pairs = lookups
    .map((lookup, index) => [textOf(lookup), textOf(rewrites[index])] as const)
    .filter(([wanted]) => wanted !== '');
  let result = '';
  for (let at = 0; at < source.length; ) {
    const pair = pairs.find(([wanted]) => source.startsWith(wanted, at));
    result += pair ? pair[1] : source[at];
    at += pair ? pair[0].length : 1;
  }
  return result;
}

export function extractAll(pattern: string, source: string): unknown {
  const compiled = linearPattern(pattern);
  if (compiled.groupCount() === 0)
    throw new QueryFault('SEM0260', 'extract_all(): the regex must have at least one capturing group.');
  const found = matchesOf(compiled, source);
  if (found.length === 0) return null;
  return found.map(({ groups }) => (groups.length > 2 ? groups.slice(1) : groups[1]));
}

export function extractAllGroups(pattern: string, groups: unknown, source: string): unknown {
  if (!Array.isArray(groups)) return null;
  const found = matchesOf(linearPattern(pattern), source);
  if (found.length === 0) return null;
  const pick = (match: Match, group: unknown): string =>
    typeof group === 'string' ? match.named(group) : (match.groups[Number(group)] ?? '');
  return found.map((match) =>
    groups.length === 1 ? pick(match, groups[0]) : groups.map((group) => pick(match, group)),
  );
}

export function split(source: string, delimiter: string, index?: number | null): unknown {
  const parts = delimiter === '' ? [source] : source.split(delimiter);
  if (index === undefined || index === null) return parts;
  const part = parts[index];
  return part === undefined ? [] : [part];
}

/** Letters beyond the replacement list's length become its last one; nothing replaces them by an empty list. */
export function translate(from: string, to: string, source: string): string {
  const [search, replacement] = [chars(from), chars(to)];
  return chars(source)
    .map((char) => {
      const at = search.indexOf(char);
      return at < 0 ? char : (replacement[Math.min(at, replacement.length - 1)] ?? '');
    })
    .join('');
}

/** The first of the texts that stands in the source as a term; -1 when none does. */
export function hasAnyIndex(source: string, wanted: unknown): number {
  if (!Array.isArray(wanted)) return -1;
  return wanted.findIndex((term) => {
    const escaped = textOf(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(source);
  });
}

export const codePoints = (source: string): number[] => chars(source).map((char) => char.codePointAt(0) ?? 0);

/** Nothing when one of them is no code point. */
export function fromCodePoints(...points: unknown[]): string | null {
  const codes = points.flat().map(Number);
  return codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 0x10ffff)
    ? codes.map((code) => String.fromCodePoint(code)).join('')
    : null;
}
