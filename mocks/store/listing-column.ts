/**
 * One field of all rows of a listing side by side: a filter that has to look at a hundred thousand rows reads numbers
 * that lie next to each other instead of objects all over the memory, and judges a value that many rows have once.
 */

/** The place of a row in the order in which the rows came to be. */
export type Slot = number;

export type Column<Value> = {
  read(slot: Slot): Value | null | undefined;
  /** Good until a row changes. */
  tested(test: (value: Value | null | undefined) => boolean): (slot: Slot) => boolean;
};

export type FilledColumn<Value> = Column<Value> & {
  /** The field of this row, new or changed. */
  put(slot: Slot, value: Value | null | undefined): void;
};

/** For fields that differ from row to row, such as times: the values as they are. */
export function createPlainColumn<Value>(): FilledColumn<Value> {
  const values: (Value | null | undefined)[] = [];
  return {
    read: (slot) => values[slot],
    put: (slot, value) => {
      values[slot] = value;
    },
    tested: (test) => (slot) => test(values[slot]),
  };
}

/** A dictionary with this many values more than rows is made anew: changed times leave their old ones behind. */
const mostForgotten = 10_000;

/** For fields of which many rows have the same value: each value once. */
export function createColumn<Value>(): FilledColumn<Value> {
  let values: (Value | null | undefined)[] = [];
  let codeOf = new Map<Value | null | undefined, number>();
  const codes: number[] = [];

  const codeFor = (value: Value | null | undefined): number => {
    const known = codeOf.get(value);
    if (known !== undefined) return known;
    codeOf.set(value, values.length);
    return values.push(value) - 1;
  };

  function forget(): void {
    const before = values;
    values = [];
    codeOf = new Map();
    for (const [slot, code] of codes.entries()) codes[slot] = codeFor(before[code]);
  }

  const read = (slot: Slot) => values[codes[slot] ?? -1];
  return {
    read,
    put: (slot, value) => {
      // Rows are put in the order of their slots: there are no holes.
      codes[slot] = codeFor(value);
      if (values.length > codes.length + mostForgotten) forget();
    },
    tested: (test) => {
      const verdicts = new Uint8Array(values.length);
      return (slot) => {
        const code = codes[slot] ?? -1;
        const verdict = verdicts[code] || (test(values[code]) ? 1 : 2);
        verdicts[code] = verdict;
        return verdict === 1;
      };
    },
  };
}
