// Aggregates. https://learn.microsoft.com/kusto/query/aggregation-functions
// `$filter` is the FILTER clause an ...if form adds, `$order` the ORDER BY of a serialized input.
import type { ScalarType } from '../ir';
import { type FunctionRow, type KnownFunction, toKnownFunction } from './function-row';
import { bestFit } from './registry';

const rows: readonly FunctionRow[] = [
  { kql: 'count(): long', sql: 'count(*) $filter' },
  { kql: 'count(any): long', sql: 'count(*) $filter' },
  { kql: 'dcount(any, long?): long', sql: 'count(DISTINCT $1) $filter' },
  { kql: 'count_distinct(any): long', sql: 'count(DISTINCT $1) $filter' },
  { kql: 'sum(real): real', sql: 'coalesce(sum($1) $filter, 0.0::DOUBLE)' },
  { kql: 'sum(long): long', sql: 'k_wrap64(coalesce(sum($1) $filter, 0))' },
  { kql: 'sum(timespan): timespan', sql: 'CAST(coalesce(sum($1) $filter, 0) AS BIGINT)' },
  { kql: 'avg(real): real', sql: "coalesce(avg($1) $filter, 'nan'::DOUBLE)" },
  {
    kql: 'avg(long): real',
    sql: "CASE WHEN count($1) $filter = 0 THEN 'nan'::DOUBLE ELSE CAST(k_wrap64(coalesce(sum($1) $filter, 0)) AS DOUBLE) / count($1) $filter END",
  },
  { kql: 'avg(datetime): datetime', sql: 'CAST(round(avg($1) $filter) AS BIGINT)' },
  { kql: 'avg(timespan): timespan', sql: 'CAST(round(avg($1) $filter) AS BIGINT)' },
  { kql: 'min(any): first', sql: 'min($1) $filter' },
  { kql: 'max(any): first', sql: 'max($1) $filter' },
  { kql: 'stdev(real): real', sql: 'coalesce(stddev_samp($1) $filter, 0)' },
  { kql: 'stdevp(real): real', sql: 'coalesce(stddev_pop($1) $filter, 0)' },
  { kql: 'variance(real): real', sql: 'coalesce(var_samp($1) $filter, 0)' },
  { kql: 'variancep(real): real', sql: 'coalesce(var_pop($1) $filter, 0)' },
  { kql: 'percentile(number, real): number', sql: 'quantile_disc($1, $2 / 100.0) $filter' },
  { kql: 'percentile(any, real): first', sql: 'quantile_disc($1, $2 / 100.0) $filter' },
  { kql: 'make_list(json, long?): dynamic', sql: 'k_limited(list($1 $order) $filter, $2)' },
  { kql: 'make_list(dynamic, long?): dynamic', sql: 'k_limited(flatten(list(k_members($1) $order) $filter), $2)' },
  {
    kql: 'make_set(dynamic, long?): dynamic',
    sql: 'k_limited(list_sort(list_distinct(flatten(list(k_members($1)) $filter))), $2)',
  },
  { kql: 'make_list_with_nulls(json): dynamic', sql: "k_array(list(coalesce($1, 'null') $order) $filter)" },
  { kql: 'make_set(json, long?): dynamic', sql: 'k_limited(list(DISTINCT $1 ORDER BY $1) $filter, $2)' },
  {
    kql: 'series_of(long, json, long, json): dynamic',
    sql: "k_js('series_fill(dynamic, long, json): dynamic', k_array(list('[' || $1 || ',' || coalesce($2, 'null') || ']')), CAST(coalesce($3, 0) AS VARCHAR), $4)",
  },
  {
    kql: 'make_bag(dynamic): dynamic',
    sql: "k_js('bag_merge_list(dynamic): dynamic', k_array(list($1 $order) $filter))",
  },
  { kql: 'take_any(any): first', sql: 'any_value($1) $filter' },
  { kql: 'binary_all_and(long): long', sql: 'bit_and($1) $filter' },
  { kql: 'binary_all_or(long): long', sql: 'bit_or($1) $filter' },
  { kql: 'binary_all_xor(long): long', sql: 'bit_xor($1) $filter' },
];

/** Other spellings, and the forms that take a condition last. */
const aliases: Readonly<Record<string, string>> = {
  makelist: 'make_list',
  makeset: 'make_set',
  any: 'take_any',
  takeany: 'take_any',
  arg_max: 'arg_max',
  arg_min: 'arg_min',
};
const conditional: Readonly<Record<string, string>> = {
  countif: 'count',
  dcountif: 'dcount',
  count_distinctif: 'count_distinct',
  sumif: 'sum',
  avgif: 'avg',
  minif: 'min',
  maxif: 'max',
  stdevif: 'stdev',
  varianceif: 'variance',
  make_list_if: 'make_list',
  make_set_if: 'make_set',
  make_bag_if: 'make_bag',
  take_anyif: 'take_any',
  anyif: 'take_any',
};

export const knownAggregates: readonly KnownFunction[] = rows.map(toKnownFunction);

const byName = new Map<string, KnownFunction[]>();
for (const known of knownAggregates) byName.set(known.name, [...(byName.get(known.name) ?? []), known]);

/** `sum where`: any aggregate with a condition as its last argument, made by pivot. */
const withCondition = / where$/;

export function baseAggregate(name: string): string {
  const plain = name.replace(withCondition, '');
  return conditional[plain] ?? aliases[plain] ?? plain;
}

/** Where the condition of an ...if form stands among its arguments: make_list_if(x, condition, limit). */
export function conditionIndex(name: string, argumentCount: number): number | undefined {
  if (withCondition.test(name)) return argumentCount - 1;
  if (!conditional[name]) return undefined;
  return name === 'countif' ? 0 : 1;
}

export const isAggregate = (name: string): boolean =>
  byName.has(baseAggregate(name)) || baseAggregate(name) === 'arg_max' || baseAggregate(name) === 'arg_min';

export const findAggregate = (name: string, types: readonly ScalarType[]): KnownFunction | undefined =>
  bestFit(byName.get(baseAggregate(name)) ?? [], types);
