/** Key and value pairs out of a text, for parse-kv. */
import { toPattern } from './regex';

export type KvSettings = {
  readonly keys: readonly string[];
  /** Defaults of Kusto when null: pairs end at whitespace, keys at anything that is no word. */
  readonly pairDelimiter: string | null;
  readonly kvDelimiter: string | null;
  readonly quotes: readonly string[];
  readonly escape: string | null;
  /** Unquoted values run up to the last pair delimiter before the next key. */
  readonly greedy: boolean;
  readonly regex: string | null;
};

const known = new Map<string, KvSettings>();

/** The values of the wanted keys in order, null for those that are not there. */
export function parsePairs(text: string, settings: string): (string | null)[] {
  const parsed = known.get(settings) ?? (JSON.parse(settings) as KvSettings);
  if (known.size > 200) known.clear();
  known.set(settings, parsed);
  const found = new Map<string, string>();
  for (const [key, value] of pairsOf(text, parsed)) if (!found.has(key)) found.set(key, value);
  return parsed.keys.map((key) => found.get(key) ?? null);
}

function pairsOf(text: string, settings: KvSettings): (readonly [string, string])[] {
  if (settings.regex !== null) {
    return [...text.matchAll(toPattern(settings.regex, 'g'))].map((match) => [match[1] ?? '', match[2] ?? ''] as const);
  }
  if (
    settings.quotes.length > 0 ||
    settings.greedy ||
    settings.pairDelimiter === null ||
    settings.kvDelimiter === null
  ) {
    return scanned(text, settings);
  }
  const { pairDelimiter, kvDelimiter } = settings;
  return text.split(pairDelimiter).flatMap((pair) => {
    const at = pair.indexOf(kvDelimiter);
    return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + kvDelimiter.length)] as const];
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Quoted values may hold the delimiters; greedy ones run to the delimiter before the next known key. */
function scanned(text: string, settings: KvSettings): (readonly [string, string])[] {
  const pair = settings.pairDelimiter === null ? '\\s' : escaped(settings.pairDelimiter);
  const kv = settings.kvDelimiter === null ? '[^\\w]+' : escaped(settings.kvDelimiter);
  const [open, close = open] = settings.quotes;
  const escapes = settings.escape === null ? '' : `${escaped(settings.escape)}.|`;
  const quoted =
    open === undefined
      ? ''
      : `${escaped(open)}((?:${escapes}(?!${escaped(close ?? open)}).)*)${escaped(close ?? open)}|`;
  const nextKey = `${pair}\\s*(?:${settings.keys.map(escaped).join('|')})\\s*${kv}`;
  const bare = settings.greedy ? `(.*?)(?=${nextKey}|$)` : `((?:(?!${pair}).)*)`;
  const pattern = new RegExp(`(?:^|${pair})\\s*([^\\s]+?)\\s*${kv}\\s*(?:${quoted}${bare})`, 'gs');
  return [...text.matchAll(pattern)].map((match) => {
    const value = match[2] ?? match[3] ?? '';
    const unescaped =
      settings.escape === null ? value : value.replaceAll(new RegExp(`${escaped(settings.escape)}(.)`, 'gs'), '$1');
    return [match[1] ?? '', unescaped] as const;
  });
}
