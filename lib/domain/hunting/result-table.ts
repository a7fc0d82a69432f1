/** The answer of a hunting query, whichever API gave it, decoded once by column type. */
import type { ScalarType } from '@/lib/kql/catalogue/table-schema';

/** Kusto's scalar types, by which cells were decoded. */
export type KqlType = ScalarType;

/** datetime, timespan, guid, decimal and longs beyond 2^53 are strings; dynamic is the parsed JSON value. */
export type Cell = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown };

/** One column; a row has its cells in the order of the columns. */
export type ResultColumn = { name: string; type: KqlType };

/** Which API answered. `graph` knows both worlds, `logAnalytics` only the workspace. */
export type HuntingApi = 'graph' | 'logAnalytics';

export type ResultTable = {
  api: HuntingApi;
  columns: ResultColumn[];
  rows: Cell[][];
  /** `partial` carries rows and the reason why there are not more. */
  status: 'complete' | 'partial';
  notice: string | null;
  render: { visualization: string; title: string | null; xColumn: string | null; series: string[] | null } | null;
  tookMs: number;
};

/** One complaint of Kusto, at its place in the text. `start` counts UTF-16 units from 0. */
export type QueryProblem = {
  code: string;
  message: string;
  severity: 'error' | 'warning';
  start: number;
  length: number;
};

/** A run either answers with a table or says why not; problems carry spans when the service gave a position. */
export type HuntingOutcome =
  | { ok: true; table: ResultTable }
  | { ok: false; api: HuntingApi; problems: QueryProblem[]; message: string; requestId: string | null };
