/** What lowering carries along: fresh ids, names in scope, the row whose columns an expression may read. */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { KqlLanguage } from '@/lib/kql/language';
import type { BoundColumn } from '@/lib/kql/parser/bound-type';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Environment } from '../environment/environment';
import type { Column, Expr, Rows, ScalarType, Span } from '../ir';
import { Refusal } from '../refusal';
import type { RenderHint } from '../run/contract';
import type { Graph } from './operators/graph';

/** What a name of `let`, a parameter or `as` stands for. Tables are lowered anew at each use, with fresh ids. */
export type Binding =
  /** `isKey`: the key of an enclosing partition, which toscalar() names also where a table has such a column. */
  | { readonly kind: 'scalar'; readonly expr: Expr; readonly isKey?: true }
  | { readonly kind: 'rows'; readonly lower: () => Rows }
  | { readonly kind: 'function'; readonly declaration: SyntaxNode; readonly context: Context }
  | { readonly kind: 'graph'; readonly lower: () => Graph }
  /** `matches`: the tuples of texts with their tables. */
  | { readonly kind: 'pattern'; readonly matches: readonly SyntaxNode[]; readonly context: Context };

/** Facts and counters of one query, shared by all of its contexts. */
export type QueryState = {
  nextId: number;
  /** now() in ticks, the same wherever the query says it. */
  readonly nowTicks: bigint;
  readonly tables: ReadonlyMap<string, TableSchema>;
  readonly language: KqlLanguage;
  readonly environment: Environment;
  /** Whether the workspace is asked, which lacks what its connectors kept from it. */
  readonly inWorkspace: boolean;
  /** Bounds on event time in ticks, from the request. */
  readonly timespan: { readonly start: bigint; readonly end: bigint } | undefined;
  render: RenderHint | undefined;
  depth: number;
  /** The name of a column that the binder sees and Kusto does not give (scan). */
  phantom?: string;
  /** Tables that `as` named, for the rest of the statement. */
  readonly named: Map<string, Rows>;
};

export type Scope = {
  readonly columns: readonly Column[];
  /** The two sides inside a join's conditions. */
  readonly left?: readonly Column[];
  readonly right?: readonly Column[];
  /** Inside scan: the columns of each step's state, read as `step.column`. */
  readonly steps?: ReadonlyMap<string, readonly Column[]>;
  /** Columns that other tables of the same search have: null here. */
  readonly absent?: readonly string[];
};

export type Context = {
  readonly query: QueryState;
  readonly names: ReadonlyMap<string, Binding>;
  readonly scope: Scope;
  /** The columns of the row an enclosing mv-apply or partition works on. */
  readonly implicitInput?: Rows | undefined;
  /** Inside mv-apply and partition: what is computed differs per row, so that nothing can be computed once. */
  readonly perRow?: true;
  /** The rows at hand have no order, so that window functions have no meaning (serialized.ts). */
  readonly isUnserialized?: boolean;
};

export const withName = (context: Context, name: string, binding: Binding): Context => ({
  ...context,
  names: new Map(context.names).set(name, binding),
});

export const withScope = (context: Context, columns: readonly Column[]): Context => ({
  ...context,
  scope: { columns },
});

export const spanOf = (node: SyntaxNode): Span => ({ start: node.start, length: node.length });

const scalarTypes: Readonly<Record<string, ScalarType>> = {
  string: 'string',
  long: 'long',
  int: 'int',
  real: 'real',
  bool: 'bool',
  datetime: 'datetime',
  timespan: 'timespan',
  dynamic: 'dynamic',
  guid: 'guid',
  decimal: 'decimal',
  // Other spellings that Kusto accepts.
  date: 'datetime',
  time: 'timespan',
  double: 'real',
  boolean: 'bool',
  uuid: 'guid',
  uniqueid: 'guid',
};

/** The binder says `unknown` where the type depends on the rows; such a value is dynamic. */
export const toScalarType = (name: string): ScalarType => scalarTypes[name] ?? 'dynamic';

export function freshColumn(context: Context, name: string, type: ScalarType): Column {
  context.query.nextId += 1;
  return { id: `${name}~${context.query.nextId}`, name, type };
}

/** Fresh columns for what the binder says a table has. */
export const freshColumns = (context: Context, columns: readonly BoundColumn[]): Column[] =>
  columns.map((column) => freshColumn(context, column.name, toScalarType(column.type)));

/** The binder's columns of a table expression; a table whose columns depend on its rows is refused here. */
export function boundColumns(node: SyntaxNode): readonly BoundColumn[] {
  const { columns, isOpen } = node.type;
  if (!columns || isOpen) throw new Refusal(`A table whose columns depend on its rows (${node.kind})`, spanOf(node));
  return columns;
}

export const columnExpr = (column: Column, span: Span): Expr => ({ kind: 'column', column, type: column.type, span });
