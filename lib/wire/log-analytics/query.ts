/** A query of a Log Analytics workspace: POST /v1/workspaces/{id}/query. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { logsErrorBody } from '@/lib/wire/log-analytics/error';
import { openObject } from '@/lib/wire/open-object';

/** The body of POST query; operation `Query_Execute`. */
export const logsQueryRequest = openObject({
  query: z.string(),
  /** ISO 8601 duration or interval, in addition to whatever the query says about time. */
  timespan: z.string().optional(),
  /** Further workspaces by GUID, name or resource id. */
  workspaces: z.array(z.string()).optional(),
});
export type LogsQueryRequest = z.infer<typeof logsQueryRequest>;

/**
 * `type` is one of bool, datetime, dynamic, int, long, real, string, guid, decimal and timespan, so far. Values have to be decoded by it: `dynamic` arrives as JSON in a string,
 * and numbers and booleans sometimes as strings too.
 */
export const logsColumn = openObject({ name: z.string(), type: z.string() });

/** One result. `rows` are arrays in the order of `columns`. */
export const logsTable = openObject({
  /** `PrimaryResult` for the answer itself. */
  name: z.string(),
  columns: z.array(logsColumn),
  rows: z.array(z.array(z.unknown())),
});

/** What the query's `render` asked for; only with `Prefer: include-render=true`. */
export const logsRender = openObject({
  visualization: optionalText,
  title: optionalText,
  xColumn: optionalText,
  series: z.array(z.string()).nullish(),
});

/**
 * Any 200. With `error` (code `PartialError`) the tables are there but not whole. Empty strings and nulls are how the
 * service leaves out a rendering.
 * https://learn.microsoft.com/rest/api/loganalytics/query/execute
 */
export const logsQueryReply = openObject({
  tables: z.array(logsTable),
  statistics: z.record(z.string(), z.unknown()).nullish(),
  render: logsRender.nullish(),
  error: logsErrorBody.nullish(),
});
export type LogsQueryReply = z.infer<typeof logsQueryReply>;
