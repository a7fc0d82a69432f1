/**
 * Every frequent pattern that says all its rows have in common (a closed one): a shorter pattern of the same rows says
 * less about them and is left out, as `basket` does. A depth-first search over single values.
 */
import { anyCode, type CodedRows, type Pattern, rareCode } from './coded-rows';

export type PatternRows = { readonly pattern: Pattern; readonly rows: Int32Array };

export type PatternSearch = {
  readonly coded: CodedRows;
  readonly weightOf: (rows: Int32Array) => number;
  /** Whether these rows are enough to be looked at; never true of a part of rows that are not enough. */
  readonly isFrequent: (rows: Int32Array) => boolean;
  /** How many values may be chosen for a pattern; those that follow from them do not count. */
  readonly mostValues: number;
  readonly checkpoint: () => void;
};

type Item = {
  readonly column: number;
  readonly code: number;
  readonly rows: Int32Array;
  readonly weight: number;
  readonly implied: number;
};

export function closedPatterns(search: PatternSearch): PatternRows[] {
  const items = frequentItems(search);
  const found: PatternRows[] = [];
  /** How far down the items each pattern has been extended already. */
  const extendedFrom = new Map<string, number>();
  const { codes } = search.coded;

  function extend(pattern: Pattern, rows: Int32Array, from: number, until: number, chosen: number): void {
    for (let at = from; at < until; at++) {
      const item = items[at];
      if (!item || pattern[item.column] !== anyCode) continue;
      search.checkpoint();
      const column = codes[item.column];
      const fewer = chosen === 0 ? item.rows : rows.filter((row) => column?.[row] === item.code);
      if (fewer.length === 0 || !search.isFrequent(fewer)) continue;
      const closed = closureOf(fewer, codes);
      const key = closed.join(',');
      const before = extendedFrom.get(key);
      if (before === undefined) found.push({ pattern: closed, rows: fewer });
      if (chosen + 1 < search.mostValues && (before ?? items.length) > at + 1) {
        extendedFrom.set(key, at + 1);
        extend(closed, fewer, at + 1, before ?? items.length, chosen + 1);
      } else if (before === undefined) extendedFrom.set(key, items.length);
    }
  }

  const everything = Int32Array.from({ length: search.coded.size }, (_, row) => row);
  extend(
    codes.map(() => anyCode),
    everything,
    0,
    items.length,
    0,
  );
  return found;
}

/** The values that all of the rows share. */
export function closureOf(rows: Int32Array, codes: readonly Int32Array[]): Pattern {
  const [first = 0] = rows;
  return codes.map((column) => {
    const code = column[first] ?? anyCode;
    return code !== rareCode && rows.every((row) => column[row] === code) ? code : anyCode;
  });
}

/** Single values with enough rows: those that bring others with them first, then those of more weight. */
function frequentItems({ coded, weightOf, isFrequent, checkpoint }: PatternSearch): Item[] {
  const items = coded.codes.flatMap((codes, column): Item[] =>
    rowsByCode(codes, coded.values[column]?.length ?? 0, checkpoint).flatMap((rows, code): Item[] => {
      if (rows.length === 0 || !isFrequent(rows)) return [];
      const implied = closureOf(rows, coded.codes).filter((shared) => shared !== anyCode).length;
      return [{ column, code, rows, weight: weightOf(rows), implied }];
    }),
  );
  return items.sort((a, b) => b.implied - a.implied || b.weight - a.weight || a.column - b.column);
}

function rowsByCode(codes: Int32Array, codeCount: number, checkpoint: () => void): Int32Array[] {
  const counts = new Int32Array(codeCount);
  for (const code of codes) if (code !== rareCode) counts[code] = (counts[code] ?? 0) + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(codeCount);
  codes.forEach((code, row) => {
    checkpoint();
    if (code === rareCode) return;
    const place = filled[code] ?? 0;
    const list = lists[code];
    if (list) list[place] = row;
    filled[code] = place + 1;
  });
  return lists;
}
