// What make-series is lowered to. Not callable from a query: its parser does not know these names.
import type { FunctionRow } from './function-row';
import * as series from './js/make-series';

export const seriesParts: readonly FunctionRow[] = [
  { kql: 'series_place(datetime, datetime, timespan): long', sql: '(($1 - $2) // $3)' },
  { kql: 'series_place(timespan, timespan, timespan): long', sql: '(($1 - $2) // $3)' },
  { kql: 'series_place(long, long, long): long', sql: '(($1 - $2) // $3)' },
  { kql: 'series_place(real, real, real): long', sql: 'CAST(round(($1 - $2) / $3) AS BIGINT)' },
  { kql: 'series_count(datetime, datetime, timespan): long', sql: 'greatest(0, ($2 - $1 + $3 - 1) // $3)' },
  { kql: 'series_count(timespan, timespan, timespan): long', sql: 'greatest(0, ($2 - $1 + $3 - 1) // $3)' },
  { kql: 'series_count(long, long, long): long', sql: 'greatest(0, ($2 - $1 + $3 - 1) // $3)' },
  { kql: 'series_count(real, real, real): long', sql: 'CAST(greatest(0, ceil(($2 - $1) / $3 - 1e-9)) AS BIGINT)' },
  { kql: 'series_count_inclusive(datetime, datetime, timespan): long', sql: '(($2 - $1) // $3 + 1)' },
  { kql: 'series_count_inclusive(timespan, timespan, timespan): long', sql: '(($2 - $1) // $3 + 1)' },
  { kql: 'series_count_inclusive(long, long, long): long', sql: '(($2 - $1) // $3 + 1)' },
  { kql: 'series_count_inclusive(real, real, real): long', sql: 'CAST(floor(($2 - $1) / $3 + 1e-9) + 1 AS BIGINT)' },
  { kql: 'series_axis(datetime, timespan, long): dynamic', js: series.datetimeAxis },
  { kql: 'series_axis(timespan, timespan, long): dynamic', js: series.timespanAxis },
  { kql: 'series_axis(real, real, long): dynamic', js: series.numberAxis },
  { kql: 'series_axis(long, long, long): dynamic', js: series.numberAxis },
  { kql: 'series_fill(dynamic, long, json): dynamic', js: series.fill },
];
