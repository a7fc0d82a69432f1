/** Texts that nobody should send: random tokens of the language, and real-looking queries with something broken. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** Real-looking queries over the tables of tables.ts and over none, one of every kind of construct. */
const seeds: readonly string[] = [
  'T1 | where s has "abc" and n > 0 | summarize count(), make_set(k) by bin(d, 1h) | sort by count_ desc | take 5',
  'let a = T1 | where isnotempty(s); let f = (x:long) { x * 2 }; a | extend y = f(n) | join kind=leftouter (T2) on k | project-away k1',
  'T1 | mv-expand x = dynamic([1, "a", {"b": null}]) | extend z = tostring(x.b), w = x[0] | where z =~ "q"',
  'T1 | parse s with * "a" rest:string "\\\\" | parse-kv s as (a:long, b:string) with (pair_delimiter=";", kv_delimiter="=")',
  'union withsource=Source (T1 | extend q = 1), (T2), (datatable(x:long, y:dynamic)[1, dynamic({"a":[1,2]})]) | summarize arg_max(d, *) by Source',
  'T1 | make-series c = count() default=0 on d from datetime(2025-01-01) to datetime(2025-01-20) step 1d by k | extend f = series_fir(c, dynamic([1,1]))',
  'range i from 1 to 10 step 1 | extend p = prev(i), r = row_number() | serialize s = row_cumsum(i) | top 3 by s asc nulls first',
  'T1 | evaluate bag_unpack(pack("a", n)) | evaluate pivot(k, count())',
  'search in (T1, T2) "abc" or s:"x*" | top-nested 3 of k by count(), top-nested 2 of s by sum(n)',
  'print x = extract("(a+)+$", 1, strcat("a", "$1", \'\\"\')), y = replace_regex("a.b", @"\\.(\\w)", @"\\1"), z = parse_json(\'{"a":1e400}\')',
  'T1 | summarize hint.strategy=shuffle percentiles(n, 5, 50), dcountif(s, b), tdigest(r) by t = startofday(d), iff(b, "x", k) | render timechart',
  'let t = materialize(T1 | take 3); let c = toscalar(t | count); t | where n in ((T2 | project n)) or c > 2 | as T9 | union T9 | count',
  'T1 | partition by k (top 1 by n) | lookup (T2 | summarize z = count() by k) on k | invoke sorted() | getschema',
  'datatable(s:string)["1.2.3.4", "::1"] | extend ipv4_is_private(s), parse_ipv6(s), format_datetime(datetime(2025-01-01), "yyyy-MM-dd"), hash_sha256(s)',
];

const goldenTexts = readdirSync(new URL('../goldens/', import.meta.url)).map((name) =>
  readFileSync(new URL(`../goldens/${name}/query.kql`, import.meta.url), 'utf8'),
);
const sourceTexts = readFileSync(new URL('../source-queries.kql', import.meta.url), 'utf8').split(/^\/\/ Q\d+\s*$/m);

export const realTexts: readonly string[] = [...seeds, ...goldenTexts, ...sourceTexts].filter((text) => text.trim());

const words =
  'where extend project project-away summarize by sort take top join union let print datatable range on kind inner leftouter in has contains and or not between mv-expand mv-apply to typeof string long dynamic real bool datetime parse with evaluate pivot bag_unpack search find make-series from step default serialize as materialize toscalar invoke partition render lookup distinct count limit sample reduce scan step fork facet externaldata declare query_parameters set restrict access alias pattern getschema consume T1 T2 Empty k s n m r b d t id null true false ago now bin iff case tostring strcat split extract replace_string arg_max make_list dcount percentile row_number prev next'.split(
    ' ',
  );
const marks = [
  '|',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  '=',
  '==',
  '=~',
  '!',
  '!=',
  '..',
  '.',
  '*',
  '-',
  '+',
  '/',
  '%',
  '<',
  '>',
  '$left',
  '$right',
  '@',
  ':',
  '=>',
  '//',
  '\n',
];
const literals = [
  '0',
  '1',
  '-1',
  '9223372036854775807',
  '99999999999999999999',
  '1e999',
  '0x1F',
  '1d',
  '1ms',
  'datetime(2025-01-15)',
  'datetime(null)',
  'datetime(9999-99-99)',
  'timespan(1.00:00)',
  'guid(x)',
  'dynamic([1,{"a":2}])',
  'dynamic({',
  '"a"',
  "'b'",
  '@"c\\"',
  '"\\u0041"',
  '"$1 $order"',
  '```x```',
  '"',
  "'",
  '"\u0000"',
  '"🙂‮"',
  "'; DROP TABLE logs.T1; --",
  '"a" || (SELECT 1)',
  "['k']",
  '["s"]',
  'h"x"',
  '/*',
  '*/',
];

const token = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.constantFrom(...literals) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);

const tokenText = fc.array(token, { minLength: 1, maxLength: 30 }).map((tokens) => tokens.join(' '));

/** Half of them begin as a query does, so that they get further than the parser's first word. */
const randomTokens = fc
  .tuple(fc.constantFrom('', 'T1 | ', 'print ', 'T1 | where ', 'let x = '), tokenText)
  .map(([begin, rest]) => begin + rest);

type Cut = {
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly kind: 'delete' | 'insert' | 'repeat';
};

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  piece: token,
  kind: fc.constantFrom('delete', 'insert', 'repeat'),
});

function broken(text: string, { at, length, piece, kind }: Cut): string {
  const start = Math.floor(at * text.length);
  if (kind === 'insert') return `${text.slice(0, start)} ${piece} ${text.slice(start)}`;
  const chosen = text.slice(start, start + length);
  return text.slice(0, start) + (kind === 'repeat' ? chosen + chosen : '') + text.slice(start + length);
}

const cutUp = fc
  .tuple(fc.constantFrom(...realTexts), fc.array(cut, { minLength: 1, maxLength: 3 }))
  .map(([text, cuts]) => cuts.reduce(broken, text));

/** What may stand for another of its kind: so that many of the texts are still queries, but not ones anybody wrote. */
const kinds: readonly (readonly [pattern: RegExp, instead: readonly string[]])[] = [
  [
    /\b(?:[ksnmrbdt]|id|Account|Device|Port|Failed|Timestamp)\b/g,
    ['k', 's', 'n', 'm', 'r', 'b', 'd', 't', 'id', 'Account', 'Port', 'Details'],
  ],
  [/"[^"\n]*"|'[^'\n]*'/g, ['""', '"a"', '"[("', '"$1"', "'é'", '"1"', '"2025-01-15"', '"{\\"a\\":1}"', '"%_"']],
  [
    /\b\d+(?:\.\d+)?[a-z]*\b/g,
    ['0', '-1', '1.5', '1d', '9223372036854775807', 'long(null)', 'real(nan)', '1e308', '"1"', 'dynamic(null)'],
  ],
  [
    /[=!]=|=~|!~|[<>]=?|\bhas\b|\bcontains\b|\bin\b/g,
    [
      '==',
      '!=',
      '=~',
      '<',
      '>=',
      'has',
      'contains',
      'startswith',
      'matches regex',
      'in~',
      '+',
      '-',
      '*',
      '/',
      '%',
      'and',
      'or',
    ],
  ],
  [
    /\b(?:tostring|tolong|toint|strlen|strcat|isnotempty|count|sum|max|min|make_set|make_list|dcount|arg_max|startofday|bin|split|extract|parse_json|iff|countif|format_datetime|prev)\b(?=\()/g,
    [
      'tostring',
      'tolong',
      'toreal',
      'todatetime',
      'totimespan',
      'strlen',
      'strcat',
      'isnull',
      'count',
      'sum',
      'avg',
      'max',
      'make_set',
      'make_list',
      'make_bag',
      'dcount',
      'percentile',
      'arg_min',
      'take_any',
      'startofweek',
      'split',
      'parse_json',
      'bag_keys',
      'array_length',
      'array_sort_asc',
      'abs',
      'reverse',
      'row_number',
      'next',
      'hash_md5',
      'parse_url',
      'series_stats',
      'repeat',
      'range',
      'pack',
      'zip',
    ],
  ],
  [
    /\b(?:kind|asc|desc|inner|leftouter|innerunique|T1|T2|Logons)\b/g,
    ['T1', 'T2', 'Empty', 'Logons', 'asc', 'desc', 'inner', 'leftanti', 'fullouter', 'rightsemi', 'kind'],
  ],
];

type Swap = { readonly kind: number; readonly at: number; readonly instead: number };
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const swap: fc.Arbitrary<Swap> = fc.record({ kind: fc.nat(kinds.length - 1), at: share, instead: share });

function swapped(text: string, { kind, at, instead }: Swap): string {
  const [pattern, others] = kinds[kind] ?? [/$^/g, []];
  const places = [...text.matchAll(pattern)];
  const place = places[Math.floor(at * places.length)];
  const other = others[Math.floor(instead * others.length)];
  if (!place || other === undefined) return text;
  return text.slice(0, place.index) + other + text.slice(place.index + place[0].length);
}

/** Steps between bars, left out, doubled, exchanged, or borrowed from another query. */
function rearranged(text: string, other: string, from: number, to: number): string {
  const [steps, others] = [text.split(' | '), other.split(' | ')];
  const [a, b] = [Math.floor(from * steps.length), Math.floor(to * steps.length)];
  const borrowed = others[1 + Math.floor(to * (others.length - 1))];
  if (from < 0.3) return steps.filter((_, index) => index !== a || index === 0).join(' | ');
  if (from < 0.5) return [...steps.slice(0, b + 1), ...steps.slice(Math.max(1, b))].join(' | ');
  return [...steps.slice(0, b + 1), ...(borrowed ? [borrowed] : []), ...steps.slice(b + 1)].join(' | ');
}

const strange = fc
  .tuple(fc.constantFrom(...realTexts), fc.constantFrom(...realTexts), share, share, fc.array(swap, { maxLength: 3 }))
  .map(([text, other, from, to, swaps]) => {
    const begun = swaps.length > 1 ? text : rearranged(text, other, from, to);
    return swaps.reduce(swapped, begun);
  });

export const hostileText = fc.oneof(
  { weight: 1, arbitrary: randomTokens },
  { weight: 1, arbitrary: cutUp },
  { weight: 3, arbitrary: strange },
);
