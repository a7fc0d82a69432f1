// Series: arrays of numbers. https://learn.microsoft.com/kusto/query/scalar-functions#series-processing-functions
import type { FunctionRow } from './function-row';
import * as series from './js/series';
import * as fit from './js/series-fit';

const unary = ['abs', 'acos', 'asin', 'atan', 'ceiling', 'cos', 'exp', 'floor', 'log', 'sign', 'sin', 'tan'] as const;
const binary = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'pow',
  'equals',
  'not_equals',
  'greater',
  'greater_equals',
  'less',
  'less_equals',
] as const;

export const seriesFunctions: readonly FunctionRow[] = [
  ...unary.map((name) => ({ kql: `series_${name}(dynamic): dynamic`, js: series.elementwise(name) })),
  ...binary.map((name) => ({ kql: `series_${name}(dynamic, dynamic): dynamic`, js: series.pairwise(name) })),
  { kql: 'series_sum(dynamic): real', js: series.sum },
  { kql: 'series_product(dynamic): real', js: series.product },
  { kql: 'series_magnitude(dynamic): real', js: series.magnitude },
  { kql: 'series_dot_product(dynamic, dynamic): real', js: series.dotProduct },
  { kql: 'series_cosine_similarity(dynamic, dynamic): real', js: series.cosineSimilarity },
  { kql: 'series_pearson_correlation(dynamic, dynamic): real', js: series.pearsonCorrelation },
  { kql: 'series_fill_const(dynamic, json, json?): dynamic', js: series.fillConst },
  { kql: 'series_fill_forward(dynamic, json?): dynamic', js: series.fillForward },
  { kql: 'series_fill_backward(dynamic, json?): dynamic', js: series.fillBackward },
  { kql: 'series_fill_linear(dynamic, json?, bool?, json?): dynamic', js: series.fillLinear },
  { kql: 'series_iir(dynamic, dynamic, dynamic): dynamic', js: series.iir },
  { kql: 'series_fir(dynamic, dynamic, bool?, bool?): dynamic', js: series.fir },
  { kql: 'series_stats(dynamic, bool?): dynamic', js: fit.stats },
  { kql: 'series_stats_dynamic(dynamic, bool?): dynamic', js: fit.statsDynamic },
  { kql: 'series_fit_line(dynamic): dynamic', js: fit.fitLine },
  { kql: 'series_fit_line_dynamic(dynamic): dynamic', js: fit.fitLineDynamic },
];
