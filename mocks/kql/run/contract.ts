/** What callers of the engine give and get. Plain values, no database types. */
import type { ScalarType, TableSchema } from '@/lib/kql/catalogue/table-schema';
import type { QueryProblem } from '@/lib/kql/problem';
import type { Environment } from '../environment/environment';
import type { JsonForm } from '../sql/json-rows';
import type { JsonRows } from './json-text';

export type { JsonForm } from '../sql/json-rows';

/**
 * One log row, keyed by column name. datetime: ISO text, epoch milliseconds or Date; timespan: Kusto text or
 * milliseconds; dynamic: any JSON value; a missing column is empty text or null.
 */
export type LogRow = Readonly<Record<string, unknown>>;

/** What a query may cost. A result over `rows` or `bytes` is cut and says so; over `waitMs` the query fails. */
export type RunLimits = { readonly rows: number; readonly bytes: number; readonly waitMs: number };

export type RunOptions = {
  /** The instant that now() and ago() mean. */
  readonly now: Date;
  /** Bounds on the event time of every table read (Log Analytics `timespan`, hunting `Timespan`). */
  readonly timespan?: { readonly start: Date; readonly end: Date };
  readonly limits?: RunLimits;
  readonly signal?: AbortSignal;
  /** `hunting` (default) knows every table; `workspace` not those of advanced hunting alone. */
  readonly world?: 'hunting' | 'workspace';
};

export type RunColumn = { readonly name: string; readonly type: ScalarType };

/** What the query's `render` asks for; the engine draws nothing. */
export type RenderHint = {
  readonly visualization: string;
  readonly title?: string;
  readonly xColumn?: string;
  readonly series?: readonly string[];
};

/** A table of an answer; nothing but fork's names and `as` names it otherwise than PrimaryResult. */
type Table = { readonly name: string; readonly columns: readonly RunColumn[] };

/** What an answer says besides its rows. */
type Answer = {
  readonly ok: true;
  readonly name: string;
  readonly columns: readonly RunColumn[];
  readonly render?: RenderHint;
  /** The rows stop at one of the request's limits. */
  readonly truncated?: { readonly reason: string };
  readonly statistics: { readonly compileMs: number; readonly executeMs: number };
};

export type Failure = { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** Cells by column type: datetime ISO text, timespan Kusto text, long beyond 2^53 text, dynamic a JSON value. */
type PlainRows = { readonly rows: readonly (readonly unknown[])[] };

/** `more`: the tables after the first one, of fork, facet and several statements. */
export type RunResult = (Answer & PlainRows & { readonly more?: readonly (Table & PlainRows)[] }) | Failure;

/** The rows as JSON text in the form that was asked for, ready to be sent. */
export type JsonResult =
  | (Answer & { readonly json: JsonRows; readonly more?: readonly (Table & { readonly json: JsonRows })[] })
  | Failure;

export type EngineOptions = {
  readonly tables: readonly TableSchema[];
  /** What queries meet besides rows; asked for at every query, so that it may change. Nothing when left out. */
  readonly environment?: () => Partial<Environment>;
  /** Where the database lives; in memory when left out. */
  readonly file?: string;
  readonly memoryLimitMb?: number;
  readonly threads?: number;
};

export type Engine = {
  /** Adds rows to a table of the schema; the next run sees them. */
  append(table: string, rows: readonly LogRow[]): Promise<void>;
  /** Adds every row so far `copies` times more, each a little earlier and with event ids of its own. */
  multiply(copies: number): Promise<void>;
  /** Answers with a table, or with the query's problems. Rejects only when the engine itself is broken or closed. */
  run(text: string, options: RunOptions): Promise<RunResult>;
  /** The same with its rows as JSON text, which costs a large result a fraction of the time. */
  runJson(text: string, options: RunOptions, form: JsonForm): Promise<JsonResult>;
  /** Rows per table that has any. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Copies the database's file, with everything appended so far, for another engine to begin with. */
  snapshot(file: string): Promise<void>;
  close(): Promise<void>;
};
