/** Columns whose values repeat: each distinct value once, and a number per row. */

/** `at` is a place in `words` for every row. */
export type Encoded = { words: (string | null)[]; at: number[] };
/** `lists` are the distinct lists, as places in `words`. */
export type EncodedLists = { words: string[]; lists: number[][]; at: number[] };

function places<Value>(values: Value[] = []): { values: Value[]; place: (value: Value) => number } {
  const index = new Map(values.map((value, at) => [value, at]));
  return {
    values,
    place(value) {
      const known = index.get(value);
      if (known !== undefined) return known;
      index.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

/** Keeps the order of the rows; null is a value like any other. */
export function dictionary<Row>(rows: readonly Row[], read: (row: Row) => string | null): Encoded {
  const { values, place } = places<string | null>();
  return { at: rows.map((row) => place(read(row))), words: values };
}

/** The lists of all rows; two lists with the same texts in the same order are one. */
export function listDictionary<Row>(rows: readonly Row[], read: (row: Row) => readonly string[]): EncodedLists {
  const words = places<string>();
  const lists: number[][] = [];
  const known = new Map<string, number>();
  // Rows share their lists, and the same list need not be looked at again.
  const seen = new Map<readonly string[], number>();

  function placeOf(texts: readonly string[]): number {
    const list = texts.map(words.place);
    const name = list.join(' ');
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, lists.length);
    return lists.push(list) - 1;
  }

  const at = rows.map((row) => {
    const texts = read(row);
    const before = seen.get(texts);
    if (before !== undefined) return before;
    const place = placeOf(texts);
    seen.set(texts, place);
    return place;
  });
  return { words: words.values, lists, at };
}
