/** The matching of `parse`: a pattern of texts and columns becomes one regular expression per query. */
import { parseDatetime } from '../../datetime-text';
import { parseTimespan } from '../../ticks';
import { toPattern } from './regex';

export type ParsePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly type: string }
  | { readonly kind: 'anything' };

export type ParsePattern = {
  /** `relaxed`: a column that does not convert is null; otherwise the whole row does not match. */
  readonly kind: 'simple' | 'regex' | 'relaxed';
  readonly flags: string;
  readonly parts: readonly ParsePart[];
};

type Matcher = { readonly regex: RegExp; readonly types: readonly string[]; readonly relaxed: boolean };

const matchers = new Map<string, Matcher>();

/** The columns' texts in order, null for one that does not convert; null when the text does not match. */
export function parsePattern(text: string, settings: string): (string | null)[] | null {
  const { regex, types, relaxed } = matcherFor(settings);
  const match = regex.exec(text);
  if (!match) return null;
  const cells = types.map((type, index) => {
    const cell = match[index + 1] ?? '';
    return converts(cell, type) ? cell : null;
  });
  return !relaxed && cells.includes(null) ? null : cells;
}

function matcherFor(settings: string): Matcher {
  const known = matchers.get(settings);
  if (known) return known;
  const pattern = JSON.parse(settings) as ParsePattern;
  const types = pattern.parts.flatMap((part) => (part.kind === 'column' ? [part.type] : []));
  const matcher = { regex: toRegex(pattern), types, relaxed: pattern.kind === 'relaxed' };
  if (matchers.size > 200) matchers.clear();
  matchers.set(settings, matcher);
  return matcher;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const wholeNumber = '([-+]?\\d+)';
/** Numbers end where their digits do, so that a `*` after them takes nothing of theirs. */
const captures: Readonly<Record<string, string>> = {
  long: '(\\s*[-+]?\\d+\\s*)',
  int: '(\\s*[-+]?\\d+\\s*)',
  real: '(\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*)',
};

/** Relaxed, what is no number is still what stands between the texts: the column is null, and the others are not. */
function capture(type: string, relaxed: boolean): string {
  const number = captures[type];
  return number === undefined ? '(.*?)' : relaxed ? `(${number.slice(1, -1)}|.*?)` : number;
}

/** In regex mode texts are patterns and columns are greedy, and nothing is tied to the text's ends. */
function toRegex({ kind, flags, parts }: ParsePattern): RegExp {
  if (kind === 'regex') {
    const lazy = flags.includes('U');
    const source = parts.map((part) => {
      if (part.kind === 'text') return ungrouped(part.text);
      if (part.kind === 'anything') return lazy ? '.*?' : '.*';
      return part.type === 'long' || part.type === 'int' ? wholeNumber : lazy ? '(.*?)' : '(.*)';
    });
    const used = `${flags.includes('i') ? 'i' : ''}${flags.includes('m') ? 'm' : ''}s`;
    return toPattern(source.join('') + (lazy && parts.at(-1)?.kind === 'column' ? '$' : ''), used);
  }
  const source = parts.map((part) => {
    if (part.kind === 'text') return escaped(part.text);
    return part.kind === 'anything' ? '.*?' : capture(part.type, kind === 'relaxed');
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

/** Groups of the query's own would shift the columns' numbers. */
const ungrouped = (pattern: string): string => pattern.replace(/(?<!\\)\((?!\?)/g, '(?:');

function converts(text: string, type: string): boolean {
  switch (type) {
    case 'long':
    case 'int':
      return /^\s*[-+]?\d+\s*$/.test(text);
    case 'real':
    case 'decimal':
      return text.trim() !== '' && !Number.isNaN(Number(text));
    case 'datetime':
      return parseDatetime(text) !== null;
    case 'timespan':
      return parseTimespan(text) !== null;
    case 'bool':
      return /^(true|false|0|1)$/i.test(text);
    default:
      return true;
  }
}
