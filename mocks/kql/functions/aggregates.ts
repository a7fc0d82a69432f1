// Aggregates. https://learn.microsoft.com/kusto/query/aggregation-functions
// `$filter` is the FILTER clause an ...if form adds, `$order` the ORDER BY of a serialized input.
import type { ScalarType } from '../ir';
import { type FunctionRow, type KnownFunction, toKnownFunction } from './function-row';
import { bestFit } from './registry';

const nan = "'nan'::DOUBLE";

/** DuckDB fails where a value is not finite; Kusto's answer is NaN then, and 0 for too few values. */
const ofFinite = (name: string): string =>
  `CASE WHEN bool_or(NOT isfinite($1)) $filter THEN ${nan} ELSE coalesce(${name}(CASE WHEN isfinite($1) THEN $1 END) $filter, 0) END`;
const ofFinitePairs = (name: string): string =>
  `CASE WHEN bool_or(NOT isfinite($1) OR NOT isfinite($2)) $filter THEN ${nan} ELSE coalesce(${name}(CASE WHEN isfinite($1) THEN $1 END, CASE WHEN isfinite($2) THEN $2 END) $filter, 0) END`;

const digest = (type: string, json: string): readonly FunctionRow[] => [
  {
    kql: `tdigest(${type}): dynamic`,
    sql: `k_js('tdigest_state(dynamic, dynamic?): dynamic', k_array(list(${json}) $filter))`,
  },
  {
    kql: `tdigest(${type}, any): dynamic`,
    sql: `k_js('tdigest_state(dynamic, dynamic?): dynamic', k_array(list(${json}) $filter), k_array(list(CAST($2 AS VARCHAR)) $filter))`,
  },
];

const rows: readonly FunctionRow[] = [
  { kql: 'count(): long', sql: 'count(*) $filter' },
  { kql: 'count(any): long', sql: 'count(*) $filter' },
  { kql: 'dcount(any, long?): long', sql: 'count(DISTINCT $1) $filter' },
  { kql: 'count_distinct(any): long', sql: 'count(DISTINCT $1) $filter' },
  { kql: 'sum(real): real', sql: 'coalesce(sum($1) $filter, 0.0::DOUBLE)' },
  { kql: 'sum(long): long', sql: 'k_wrap64(coalesce(sum($1) $filter, 0))' },
  {
    kql: 'sum(decimal): decimal',
    sql: "k_js('decimal_sum(dynamic): decimal', CAST(to_json(list($1) $filter) AS VARCHAR))",
  },
  {
    kql: 'avg(decimal): decimal',
    sql: "k_js('decimal_average(dynamic): decimal', CAST(to_json(list($1) $filter) AS VARCHAR))",
  },
  { kql: 'sum(timespan): timespan', sql: 'CAST(coalesce(sum($1) $filter, 0) AS BIGINT)' },
  { kql: 'avg(real): real', sql: "coalesce(avg($1) $filter, 'nan'::DOUBLE)" },
  {
    kql: 'avg(long): real',
    sql: "CASE WHEN count($1) $filter = 0 THEN 'nan'::DOUBLE ELSE CAST(k_wrap64(coalesce(sum($1) $filter, 0)) AS DOUBLE) / count($1) $filter END",
  },
  { kql: 'avg(datetime): datetime', sql: 'CAST(round(avg($1) $filter) AS BIGINT)' },
  { kql: 'avg(timespan): timespan', sql: 'CAST(round(avg($1) $filter) AS BIGINT)' },
  { kql: 'min(any): first', sql: 'min($1) $filter' },
  { kql: 'min(real): real', sql: `CASE WHEN bool_or(isnan($1)) $filter THEN ${nan} ELSE min($1) $filter END` },
  { kql: 'max(any): first', sql: 'max($1) $filter' },
  { kql: 'stdev(real): real', sql: ofFinite('stddev_samp') },
  { kql: 'stdevp(real): real', sql: ofFinite('stddev_pop') },
  { kql: 'variance(real): real', sql: ofFinite('var_samp') },
  { kql: 'variancep(real): real', sql: ofFinite('var_pop') },
  { kql: 'covariance(real, real): real', sql: ofFinitePairs('covar_samp') },
  { kql: 'covariancep(real, real): real', sql: ofFinitePairs('covar_pop') },
  { kql: 'percentile(number, real): number', sql: 'quantile_disc($1, $2 / 100.0) $filter' },
  { kql: 'percentile(any, real): first', sql: 'quantile_disc($1, $2 / 100.0) $filter' },
  { kql: 'make_list(json, long?): dynamic', sql: 'k_limited(list($1 $order) $filter, $2)' },
  { kql: 'make_list(dynamic, long?): dynamic', sql: 'k_limited(flatten(list(k_members($1) $order) $filter), $2)' },
  {
    kql: 'make_set(dynamic): dynamic',
    sql: 'k_limited(list_sort(list_distinct(flatten(list(k_members($1)) $filter))), NULL)',
  },
  {
    kql: 'make_set(dynamic, long): dynamic',
    sql: "k_js('first_distinct(dynamic, long): dynamic', k_array(flatten(list(k_members($1) $order) $filter)), CAST($2 AS VARCHAR))",
  },
  {
    kql: 'make_set(long): dynamic',
    sql: 'k_limited(list_transform(list(DISTINCT $1 ORDER BY $1) $filter, x -> CAST(x AS VARCHAR)), NULL)',
  },
  // The old names keep 128 values unless told otherwise.
  { kql: 'makelist(json, long?): dynamic', sql: 'k_limited(list($1 $order) $filter, coalesce($2, 128))' },
  {
    kql: 'makelist(dynamic, long?): dynamic',
    sql: 'k_limited(flatten(list(k_members($1) $order) $filter), coalesce($2, 128))',
  },
  { kql: 'makeset(json, long?): dynamic', sql: 'k_limited(list(DISTINCT $1 ORDER BY $1) $filter, coalesce($2, 128))' },
  {
    kql: 'makeset(dynamic, long?): dynamic',
    sql: 'k_limited(list_sort(list_distinct(flatten(list(k_members($1)) $filter))), coalesce($2, 128))',
  },
  { kql: 'make_list_with_nulls(json): dynamic', sql: "k_array(list(coalesce($1, 'null') $order) $filter)" },
  { kql: 'make_set(json): dynamic', sql: 'k_limited(list(DISTINCT $1 ORDER BY $1) $filter, NULL)' },
  // Of a limited set the values that come first are kept.
  {
    kql: 'make_set(json, long): dynamic',
    sql: "k_js('first_distinct(dynamic, long): dynamic', k_array(list($1 $order) $filter), CAST($2 AS VARCHAR))",
  },
  {
    kql: 'series_of(long, json, long, json): dynamic',
    sql: "k_js('series_fill(dynamic, long, json): dynamic', k_array(list('[' || $1 || ',' || coalesce($2, 'null') || ']')), CAST(coalesce($3, 0) AS VARCHAR), $4)",
  },
  {
    kql: 'make_bag(dynamic, long?): dynamic',
    sql: "k_js('bag_merge_list(dynamic): dynamic', k_array(list($1 $order) $filter))",
  },
  { kql: 'buildschema(dynamic): dynamic', sql: "k_js('schema_of(dynamic): dynamic', k_array(list($1) $filter))" },
  {
    kql: 'hll(any, long?): dynamic',
    sql: `CASE WHEN count($1) $filter > 0 THEN k_js('hll_state(dynamic, long): dynamic', k_array(list(DISTINCT CASE WHEN $1 IS NOT NULL THEN '"' || hash($1) || '"' END) $filter), CAST($2 AS VARCHAR)) END`,
  },
  { kql: 'hll_merge(dynamic): dynamic', sql: "k_js('hll_merge_list(dynamic): dynamic', k_array(list($1) $filter))" },
  ...digest('long', 'CAST($1 AS VARCHAR)'),
  ...digest('real', 'k_real2json($1)'),
  ...digest('datetime', `'"' || k_datetime2s($1) || '"'`),
  ...digest('timespan', `'"' || k_timespan2s($1) || '"'`),
  {
    kql: 'tdigest_merge(dynamic): dynamic',
    sql: "k_js('tdigest_merge_list(dynamic): dynamic', k_array(list($1) $filter))",
  },
  {
    kql: 'percentilew(any, any, real): first',
    sql: "(list($1 ORDER BY $1) FILTER (WHERE $1 IS NOT NULL))[CAST(k_js('weighted_place(dynamic, real): long', k_array(list(CAST($2 AS VARCHAR) ORDER BY $1) FILTER (WHERE $1 IS NOT NULL)), CAST($3 AS VARCHAR)) AS BIGINT)]",
  },
  { kql: 'take_any(any): first', sql: 'any_value($1) $filter' },
  { kql: 'binary_all_and(long): long', sql: 'bit_and($1) $filter' },
  { kql: 'binary_all_or(long): long', sql: 'bit_or($1) $filter' },
  { kql: 'binary_all_xor(long): long', sql: 'bit_xor($1) $filter' },
];

/** Other spellings, and the forms that take a condition last. */
const aliases: Readonly<Record<string, string>> = {
  any: 'take_any',
  takeany: 'take_any',
  cnt: 'count',
  make_dictionary: 'make_bag',
  merge_tdigest: 'tdigest_merge',
  argmax: 'arg_max',
  argmin: 'arg_min',
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
  stdevpif: 'stdevp',
  varianceif: 'variance',
  variancepif: 'variancep',
  covarianceif: 'covariance',
  covariancepif: 'covariancep',
  hll_if: 'hll',
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
  if (name === 'countif') return 0;
  return name.startsWith('covariance') ? 2 : 1;
}

export const isAggregate = (name: string): boolean =>
  byName.has(baseAggregate(name)) || baseAggregate(name) === 'arg_max' || baseAggregate(name) === 'arg_min';

export const findAggregate = (name: string, types: readonly ScalarType[]): KnownFunction | undefined =>
  bestFit(byName.get(baseAggregate(name)) ?? [], types);
