/** What the discovery of a plugin's columns asks and answers. */
import type { Expr, Rows, ScalarType } from '../ir';
import { type Context, freshColumn } from '../lower/context';

export type Discovered = {
  readonly columns: readonly { readonly name: string; readonly type: ScalarType }[];
  /** Columns of the input that give way to others of their name. */
  readonly dropped: readonly string[];
};

/** Runs a query over the one column of `rows`; cells as text. */
export type Ask = (rows: Rows, sql: (inner: string, id: string) => string) => Promise<string[][]>;

export const single = (rows: Rows, expr: Expr, context: Context): Rows => {
  const column = freshColumn(context, 'value', expr.type);
  return { op: 'project', input: rows, outputs: [{ column, expr }], columns: [column], span: rows.span };
};

/** A name as the query text spells it, whatever characters it has. */
export const quotedName = (name: string): string => `[${JSON.stringify(name)}]`;
