/** The slots of a listing in one order: sorted once, and from then on what changed is taken out and put back in. */
import type { Slot } from '@/mocks/store/listing-column';

export type SortKey = string | number;

export type RowOrder<Row> = {
  /** Two orders of the same name are the same order. */
  readonly name: string;
  keysOf(row: Row): readonly SortKey[];
  /** One for each key: 1 ascending, -1 descending. Equal rows keep the order in which they came to be. */
  readonly signs: readonly (1 | -1)[];
};

export type Range = { readonly from?: SortKey | undefined; readonly to?: SortKey | undefined };

export type SortedSlots = {
  /** A row is new, has changed, or is gone; what follows is done when somebody reads. */
  touch(slot: Slot): void;
  slots(): Uint32Array;
  /** Where those begin and end whose first key is within the range. */
  stretch(within: Range): readonly [start: number, end: number];
};

/** `rows` is undefined where a row is gone. */
export function createSortedSlots<Row>(order: RowOrder<Row>, rows: readonly (Row | undefined)[]): SortedSlots {
  const { signs } = order;
  /** By key, then by slot. */
  const keys: SortKey[][] = signs.map(() => []);
  const touched = new Set<Slot>();

  function readKeys(slot: Slot): boolean {
    const row = rows[slot];
    if (row === undefined) return false;
    for (const [index, key] of order.keysOf(row).entries()) {
      const column = keys[index];
      if (column) column[slot] = key;
    }
    return true;
  }

  const keyAt = (index: number, slot: Slot): SortKey => keys[index]?.[slot] ?? '';

  const compare = (one: Slot, other: Slot): number => {
    for (let index = 0; index < signs.length; index += 1) {
      const a = keyAt(index, one);
      const b = keyAt(index, other);
      if (a !== b) return a < b === (signs[index] === 1) ? -1 : 1;
    }
    return one - other;
  };

  let sorted = ((): Uint32Array => {
    const there: Slot[] = [];
    for (let slot = 0; slot < rows.length; slot += 1) if (readKeys(slot)) there.push(slot);
    // Rows come to be in about the order of their times, and sorting is quick where it finds order.
    if (signs[0] === -1) there.reverse();
    return Uint32Array.from(there.sort(compare));
  })();

  function settle(): void {
    if (touched.size === 0) return;
    const gone = new Uint8Array(rows.length);
    for (const slot of touched) gone[slot] = 1;
    const kept = sorted.filter((slot) => gone[slot] === 0);
    const moved = [...touched].filter(readKeys).sort(compare);
    touched.clear();
    const next = new Uint32Array(kept.length + moved.length);
    let from = 0;
    for (const [index, slot] of moved.entries()) {
      const to = partition(kept, (other) => compare(other, slot) < 0);
      next.set(kept.subarray(from, to), from + index);
      next[to + index] = slot;
      from = to;
    }
    next.set(kept.subarray(from), from + moved.length);
    sorted = next;
  }

  return {
    touch: (slot) => void touched.add(slot),
    slots: () => {
      settle();
      return sorted;
    },
    stretch: (within) => {
      settle();
      const falls = signs[0] === -1;
      const [first, last] = falls ? [within.to, within.from] : [within.from, within.to];
      const before = (slot: Slot, bound: SortKey): boolean => {
        const key = keyAt(0, slot);
        return falls ? key > bound : key < bound;
      };
      const behind = (slot: Slot, bound: SortKey): boolean => {
        const key = keyAt(0, slot);
        return falls ? key < bound : key > bound;
      };
      const start = first === undefined ? 0 : partition(sorted, (slot) => before(slot, first));
      const end = last === undefined ? sorted.length : partition(sorted, (slot) => !behind(slot, last));
      return [start, end];
    },
  };
}

/** How many slots at the beginning hold; they are ordered so that those that do come first. */
function partition(slots: Uint32Array, holds: (slot: Slot) => boolean): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(slots[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
