/** The stored tables: a table without rows has no storage and prints as empty. */
export type Storage = {
  /** The database's name of each stored column of a table; undefined when nothing was ever appended. */
  columns(table: string): ReadonlyMap<string, string> | undefined;
  /** Whole-number arithmetic wraps around at 64 bits, as Kusto's does. Slow, so only for a query that has overflowed. */
  readonly wraps?: boolean;
};

export type PrintState = {
  readonly storage: Storage;
  /** Materialized inputs by name, in the order they must be written. */
  readonly shared: Map<string, string>;
  nextAlias: number;
  /** Expressions written so far: a name's value is written at each of its uses. */
  printed: number;
  /** Columns of rows that enclose the one printed (mv-apply, partition): read by id from inside the LATERAL. */
  readonly outer: Set<string>;
};

export type ExprContext = {
  readonly state: PrintState;
  /** SQL of a column by id. */
  readonly column: (id: string) => string;
  /** `ORDER BY …` of the rows, or '' when they have no order. */
  readonly order: string;
};
