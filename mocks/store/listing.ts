/**
 * Records in order, kept so: a tenant of 100,000 incidents must find any page of any order within milliseconds. An
 * order is sorted when it is first asked for; from then on a change moves one record, when somebody reads.
 */

export type SortKey = string | number;

export type RowOrder<Row> = {
  /** Two orders of the same name are the same order. */
  readonly name: string;
  keysOf(row: Row): readonly SortKey[];
  /** One for each key: 1 ascending, -1 descending. Equal rows keep the order in which they came to be. */
  readonly signs: readonly (1 | -1)[];
};

export type Range = { readonly from?: SortKey | undefined; readonly to?: SortKey | undefined };

export type PageRequest<Row> = {
  readonly order: RowOrder<Row>;
  readonly test: (row: Row) => boolean;
  /** Nothing outside matches, by the order's first key: it isn't even looked at. */
  readonly within?: Range | undefined;
  /** Matching rows to pass over. */
  readonly offset: number;
  readonly limit: number;
  /** Whether all that match are to be counted. */
  readonly count: boolean;
};

export type Page<Row> = {
  readonly rows: Row[];
  /** Whether more match behind these. */
  readonly more: boolean;
  /** How many match; undefined when nobody asked. */
  readonly total: number | undefined;
};

export type Listing<Row> = {
  page(request: PageRequest<Row>): Page<Row>;
  /** Sorts ahead of the first question. */
  prepare(order: RowOrder<Row>): void;
};

/** Told of a row that is new, has changed, or is gone. */
export type Tell<Row> = (row: Row, gone?: 'gone') => void;

type Entry<Row> = { readonly row: Row; readonly keys: readonly SortKey[]; readonly born: number };
type Index<Row> = {
  readonly order: RowOrder<Row>;
  entries: Entry<Row>[];
  readonly entryOf: Map<Row, Entry<Row>>;
  /** Rows that changed since somebody last read. */
  readonly stale: Set<Row>;
};

/** Orders kept at a time; the one unused for longest is forgotten. */
const mostIndexes = 8;
/** Beyond this many changes sorting everything is quicker than moving each. */
const mostMoves = 200;

export function createListing<Row>(rows: Iterable<Row>, listen: (tell: Tell<Row>) => void): Listing<Row> {
  const bornAt = new Map<Row, number>();
  const indexes = new Map<string, Index<Row>>();
  let born = 0;
  for (const row of rows) bornAt.set(row, born++);

  listen((row, gone) => {
    if (gone) bornAt.delete(row);
    else if (!bornAt.has(row)) bornAt.set(row, born++);
    for (const index of indexes.values()) index.stale.add(row);
  });

  const entryOf = (order: RowOrder<Row>, row: Row): Entry<Row> | undefined => {
    const at = bornAt.get(row);
    return at === undefined ? undefined : { row, keys: order.keysOf(row), born: at };
  };

  function made(order: RowOrder<Row>): Index<Row> {
    const entries = [...bornAt.keys()].flatMap((row) => entryOf(order, row) ?? []);
    entries.sort((left, right) => compare(order, left, right));
    return { order, entries, entryOf: new Map(entries.map((entry) => [entry.row, entry])), stale: new Set() };
  }

  function settled(index: Index<Row>): Index<Row> {
    if (index.stale.size > mostMoves) return made(index.order);
    for (const row of index.stale) {
      const known = index.entryOf.get(row);
      if (known) index.entries.splice(placeOf(index, known), 1);
      const entry = entryOf(index.order, row);
      if (entry) {
        index.entries.splice(placeOf(index, entry), 0, entry);
        index.entryOf.set(row, entry);
      } else index.entryOf.delete(row);
    }
    index.stale.clear();
    return index;
  }

  function current(order: RowOrder<Row>): Index<Row> {
    const known = indexes.get(order.name);
    const index = known ? settled(known) : made(order);
    // Put last: the first is the one to forget.
    indexes.delete(order.name);
    indexes.set(order.name, index);
    const oldest = indexes.keys().next().value;
    if (indexes.size > mostIndexes && oldest !== undefined) indexes.delete(oldest);
    return index;
  }

  return {
    page: (request) => pageOf(current(request.order).entries, request),
    prepare: (order) => void current(order),
  };
}

function pageOf<Row>(entries: readonly Entry<Row>[], request: PageRequest<Row>): Page<Row> {
  const { test, offset, limit, count } = request;
  const [start, end] = stretch(entries, request);
  const rows: Row[] = [];
  let matches = 0;
  for (let index = start; index < end; index += 1) {
    const row = entries[index]?.row;
    if (row === undefined || !test(row)) continue;
    if (matches >= offset && rows.length < limit) rows.push(row);
    matches += 1;
    if (!count && matches > offset + limit) break;
  }
  return { rows, more: matches > offset + rows.length, total: count ? matches : undefined };
}

/** The entries whose first key is within the range: from the first that is to the one behind the last. */
function stretch<Row>(entries: readonly Entry<Row>[], { order, within = {} }: PageRequest<Row>): [number, number] {
  const falls = order.signs[0] === -1;
  const [first, last] = falls ? [within.to, within.from] : [within.from, within.to];
  const before = (key: SortKey, bound: SortKey): boolean => (falls ? key > bound : key < bound);
  const start = first === undefined ? 0 : partition(entries, (key) => before(key, first));
  const end = last === undefined ? entries.length : partition(entries, (key) => !before(last, key));
  return [start, end];
}

/** How many entries at the beginning hold; entries are ordered so that those that do come first. */
function partition<Row>(entries: readonly Entry<Row>[], holds: (key: SortKey) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(entries[middle]?.keys[0] ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare<Row>({ signs }: RowOrder<Row>, left: Entry<Row>, right: Entry<Row>): number {
  for (const [index, sign] of signs.entries()) {
    const [a, b] = [left.keys[index] ?? '', right.keys[index] ?? ''];
    if (a !== b) return a < b ? -sign : sign;
  }
  return left.born - right.born;
}

/** Where the entry is, or belongs. */
function placeOf<Row>({ entries, order }: Index<Row>, entry: Entry<Row>): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = entries[middle];
    if (there && compare(order, there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
