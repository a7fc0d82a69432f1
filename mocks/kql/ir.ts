/**
 * The engine's intermediate form: plain data between Microsoft's syntax tree and SQL. Kusto's spelling is kept, every
 * node carries the span of the query text it came from, and columns are identified by an id that is unique in a query,
 * so that a name which is renamed, shadowed or duplicated by a join never has to be resolved again.
 */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';

export type { ScalarType };

/** UTF-16 units of the query text. */
export type Span = { readonly start: number; readonly length: number };

export type Column = { readonly id: string; readonly name: string; readonly type: ScalarType };

/**
 * Literal values by type: string and guid text; long, int and ticks (100 ns) as bigint; real as number; decimal as its text;
 * dynamic as compact JSON text. null is the null of the type.
 */
export type LiteralValue = string | bigint | number | boolean | null;

export type Expr =
  | { readonly kind: 'column'; readonly column: Column; readonly type: ScalarType; readonly span: Span }
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly type: ScalarType; readonly span: Span }
  /** Functions by name, operators by their Kusto spelling (`+`, `==`, `has_any`). */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly type: ScalarType;
      readonly span: Span;
    }
  /** An aggregate inside summarize (or make-series); `by` names columns an aggregate over all columns spans. */
  | {
      readonly kind: 'aggregate';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly type: ScalarType;
      readonly span: Span;
    }
  /** A function over the row's place in a serialized input: row_number, prev, next, row_cumsum… */
  | {
      readonly kind: 'window';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly type: ScalarType;
      readonly span: Span;
    }
  /** toscalar: the first cell of the first row. */
  | { readonly kind: 'scalar-rows'; readonly rows: Rows; readonly type: ScalarType; readonly span: Span }
  /** `x in (T)`: membership in the first column of a table. */
  | {
      readonly kind: 'in-rows';
      readonly subject: Expr;
      readonly rows: Rows;
      readonly negated: boolean;
      readonly ignoreCase: boolean;
      readonly type: 'bool';
      readonly span: Span;
    };

export type Output = { readonly column: Column; readonly expr: Expr };
export type SortKey = { readonly expr: Expr; readonly descending: boolean; readonly nullsFirst: boolean };

export type JoinKind =
  | 'innerunique'
  | 'inner'
  | 'leftouter'
  | 'rightouter'
  | 'fullouter'
  | 'leftsemi'
  | 'rightsemi'
  | 'leftanti'
  | 'rightanti';

type Base = { readonly columns: readonly Column[]; readonly span: Span };

export type Rows =
  /** A log table; `columns` in the schema's order, with their stored names. */
  | (Base & { readonly op: 'table'; readonly table: string })
  | (Base & { readonly op: 'values'; readonly rows: readonly (readonly Expr[])[] })
  | (Base & { readonly op: 'range'; readonly from: Expr; readonly to: Expr; readonly step: Expr })
  | (Base & { readonly op: 'where'; readonly input: Rows; readonly condition: Expr })
  /** Computes each output over the input's row: project, extend, rename, reorder, away. */
  | (Base & { readonly op: 'project'; readonly input: Rows; readonly outputs: readonly Output[] })
  | (Base & {
      readonly op: 'summarize';
      readonly input: Rows;
      readonly keys: readonly Output[];
      readonly aggregates: readonly Output[];
    })
  | (Base & { readonly op: 'sort'; readonly input: Rows; readonly keys: readonly SortKey[] })
  | (Base & { readonly op: 'take'; readonly input: Rows; readonly count: Expr })
  | (Base & {
      readonly op: 'join';
      readonly kind: JoinKind;
      readonly left: Rows;
      readonly right: Rows;
      readonly on: readonly { readonly left: Expr; readonly right: Expr }[];
      readonly outputs: readonly Output[];
    })
  | (Base & {
      readonly op: 'union';
      readonly inputs: readonly { readonly rows: Rows; readonly outputs: readonly Expr[] }[];
    })
  /** mv-expand: one row per element; several columns are zipped. */
  | (Base & {
      readonly op: 'expand';
      readonly input: Rows;
      readonly expansions: readonly { readonly column: Column; readonly of: Expr; readonly asPairs: boolean }[];
      readonly index: Column | undefined;
      readonly limit: Expr | undefined;
    })
  /** Runs `body`, which reads the outer row as `outer`, once per row of `input`, and joins each row with its results. */
  | (Base & {
      readonly op: 'apply';
      readonly input: Rows;
      readonly body: Rows;
    })
  /** The one row of the enclosing apply, as a table whose columns are the apply's input columns. */
  | (Base & { readonly op: 'outer'; readonly source: readonly Column[] })
  /** materialize(): computed once, read wherever `name` is read. `columns` line up with the input's by position. */
  | (Base & { readonly op: 'shared'; readonly name: string; readonly input: Rows })
  /** A step in JavaScript over whole tables (see stages/): rows of cells in, rows of cells out, in the stage's order. */
  | (Base & {
      readonly op: 'stage';
      readonly stage: string;
      readonly inputs: readonly Rows[];
      /** JSON-able settings of the stage. */
      readonly settings: unknown;
    });
