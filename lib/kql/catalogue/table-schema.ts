/** What the product and the mock tenant know about a log table: a name, its columns, and which API answers for it. */

/** Kusto's types by the names that schemas use. https://learn.microsoft.com/kusto/query/scalar-data-types */
export const scalarTypes = [
  'string',
  'long',
  'int',
  'real',
  'bool',
  'datetime',
  'timespan',
  'dynamic',
  'guid',
  'decimal',
] as const;
export type ScalarType = (typeof scalarTypes)[number];

/** `defender`: advanced hunting only. `sentinel`: the workspace only. `both`: streamed to the workspace as well. */
export type TableWorld = 'defender' | 'sentinel' | 'both';

/** One column, in the order of Microsoft's reference. */
export type ColumnSchema = {
  readonly name: string;
  readonly type: ScalarType;
  /** True when Microsoft's published schema of the table lacks the column (the demo tenant carries it all the same). */
  readonly unpublished?: true;
};

export type TableSchema = {
  readonly name: string;
  readonly world: TableWorld;
  /** Microsoft's grouping of workspace tables, '' when it has none. */
  readonly category: string;
  readonly columns: readonly ColumnSchema[];
};
