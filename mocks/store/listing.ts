/**
 * Records in order, kept so: a tenant of 100,000 incidents must find any page of any order and filter within
 * milliseconds. An order is sorted when it is first asked for, a field gathered when it is first filtered by; from then
 * on a change moves one record, when somebody reads.
 */
import {
  type Column,
  createColumn,
  createPlainColumn,
  type FilledColumn,
  type Slot,
} from '@/mocks/store/listing-column';
import { createSortedSlots, type Range, type RowOrder, type SortedSlots } from '@/mocks/store/listing-order';

export type PageRequest<Row> = {
  readonly order: RowOrder<Row>;
  readonly test: (slot: Slot) => boolean;
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
  /** A field of all rows, for tests; two columns of the same name are the same column. */
  column<Value>(name: string, read: (row: Row) => Value | null | undefined, kind?: ColumnKind): Column<Value>;
  /** Undefined when it is gone. */
  rowAt(slot: Slot): Row | undefined;
};

/** Whether many rows have the same value. */
export type ColumnKind = 'few values' | 'many values';

/** Told of a row that is new, has changed, or is gone. */
export type Tell<Row> = (row: Row, gone?: 'gone') => void;

/** Orders kept at a time; the one unused for longest is forgotten. */
const mostOrders = 8;

export function createListing<Row>(given: Iterable<Row>, listen: (tell: Tell<Row>) => void): Listing<Row> {
  const rows: (Row | undefined)[] = [...given];
  const slotOf = new Map<Row | undefined, Slot>(rows.map((row, slot) => [row, slot]));
  const orders = new Map<string, SortedSlots>();
  const columns = new Map<string, { column: Column<unknown>; fill(slot: Slot, row: Row): void }>();
  /** Rows that changed since somebody last read a column. */
  const stale = new Set<Slot>();

  listen((row, gone) => {
    const slot = slotOf.get(row) ?? rows.length;
    rows[slot] = gone ? undefined : row;
    if (gone) slotOf.delete(row);
    else slotOf.set(row, slot);
    stale.add(slot);
    for (const order of orders.values()) order.touch(slot);
  });

  function current(order: RowOrder<Row>): SortedSlots {
    const sorted = orders.get(order.name) ?? createSortedSlots(order, rows);
    // Put last: the first is the one to forget.
    orders.delete(order.name);
    orders.set(order.name, sorted);
    const oldest = orders.keys().next().value;
    if (orders.size > mostOrders && oldest !== undefined) orders.delete(oldest);
    return sorted;
  }

  /** Slots without a row are in no order, so nobody asks what they hold. */
  function settle(): void {
    for (const slot of [...stale].sort((one, other) => one - other)) {
      const row = rows[slot];
      if (row !== undefined) for (const { fill } of columns.values()) fill(slot, row);
    }
    stale.clear();
  }

  function gathered<Value>(read: (row: Row) => Value | null | undefined, kind: ColumnKind): FilledColumn<Value> {
    const column = kind === 'few values' ? createColumn<Value>() : createPlainColumn<Value>();
    for (const [slot, row] of rows.entries()) column.put(slot, row === undefined ? undefined : read(row));
    return column;
  }

  return {
    page: (request) => {
      const sorted = current(request.order);
      const slots = sorted.slots();
      const [start, end] = request.within ? sorted.stretch(request.within) : [0, slots.length];
      return pageOf(slots.subarray(start, end), rows, request);
    },
    prepare: (order) => void current(order).slots(),
    column: <Value>(name: string, read: (row: Row) => Value | null | undefined, kind: ColumnKind = 'few values') => {
      settle();
      const known = columns.get(name);
      if (known) return sameAs<Value>(known.column);
      const column = gathered(read, kind);
      columns.set(name, { column, fill: (slot, row) => column.put(slot, read(row)) });
      return column;
    },
    rowAt: (slot) => rows[slot],
  };
}

/** A column's name stands for one way to read a row: whoever asks for it again asks for the same values. */
const sameAs = <Value>(column: Column<unknown>): Column<Value> => column as Column<Value>;

function pageOf<Row>(slots: Uint32Array, all: readonly (Row | undefined)[], request: PageRequest<Row>): Page<Row> {
  const { test, offset, limit, count } = request;
  const rows: Row[] = [];
  let matches = 0;
  for (const slot of slots) {
    if (!test(slot)) continue;
    const row = matches >= offset && rows.length < limit ? all[slot] : undefined;
    if (row !== undefined) rows.push(row);
    matches += 1;
    if (!count && matches > offset + limit) break;
  }
  return { rows, more: matches > offset + rows.length, total: count ? matches : undefined };
}
