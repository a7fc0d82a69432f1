// What parse, parse-where and parse-kv are lowered to. Not callable from a query: its parser does not know these names.
import type { FunctionRow } from './function-row';
import { parsePairs } from './js/parse-kv';
import { parsePattern } from './js/parse-pattern';

export const patternParts: readonly FunctionRow[] = [
  { kql: 'parse_pattern(string, string): dynamic', js: parsePattern },
  { kql: 'parse_pairs(string, string): dynamic', js: parsePairs },
  { kql: 'same(any, any): bool', sql: '($1 IS NOT DISTINCT FROM $2)' },
];
