/** Row keys with a quick way back from a key to its place, made once per list of rows. */

export type RowIndex = { length: number; at: (index: number) => string | undefined; indexOf: (key: string) => number };

export function indexRows<Row>(rows: readonly Row[], rowKey: (row: Row, index: number) => string): RowIndex {
  // Built on first use: a list that is only scrolled never pays for it.
  let places: Map<string, number> | null = null;
  return {
    length: rows.length,
    at: (index) => {
      const row = index < 0 ? undefined : rows[index];
      return row === undefined ? undefined : rowKey(row, index);
    },
    indexOf: (key) => {
      places ??= new Map(rows.map((row, index) => [rowKey(row, index), index]));
      return places.get(key) ?? -1;
    },
  };
}
