// Series: arrays of numbers. https://learn.microsoft.com/kusto/query/scalar-functions#series-processing-functions
// They are given as text (`any`) and give text (`result`): JSON in JavaScript would not tell 5.0 from 5.
import type { FunctionRow } from './function-row';
import * as decompose from './js/series/decompose';
import * as elementwise from './js/series/elementwise';
import * as fill from './js/series/fill';
import * as filters from './js/series/filters';
import * as fitLine from './js/series/fit-line';
import { fitPoly } from './js/series/fit-poly';
import * as fourier from './js/series/fourier';
import { outliers } from './js/series/outliers';
import { periodsDetect, periodsValidate } from './js/series/period-series';
import * as products from './js/series/products';
import * as stats from './js/series/stats';

const { binaryNames, comparisonNames, unaryNames } = elementwise;

export const seriesFunctions: readonly FunctionRow[] = [
  ...unaryNames.map((name) => ({ kql: `series_${name}(any): result`, js: elementwise.elementwise(name) })),
  ...binaryNames.map((name) => ({ kql: `series_${name}(any, any): result`, js: elementwise.pairwise(name) })),
  ...comparisonNames.map((name) => ({ kql: `series_${name}(any, any): result`, js: elementwise.compared(name) })),
  { kql: 'series_sum(any): real', js: products.sum },
  { kql: 'series_product(any): real', js: products.product },
  { kql: 'series_magnitude(any): real', js: products.magnitude },
  { kql: 'series_dot_product(any, any): real', js: products.dotProduct },
  { kql: 'series_cosine_similarity(any, any, real?, real?): real', js: products.cosineSimilarity },
  { kql: 'series_pearson_correlation(any, any): real', js: products.pearsonCorrelation },
  { kql: 'series_fill_const(any, any?, any?): result', js: fill.fillConst },
  { kql: 'series_fill_forward(any, any?): result', js: fill.fillForward },
  { kql: 'series_fill_backward(any, any?): result', js: fill.fillBackward },
  { kql: 'series_fill_linear(any, any?, bool?, any?): result', js: fill.fillLinear },
  { kql: 'series_iir(any, any, any): result', js: filters.iir },
  { kql: 'series_fir(any, any, bool?, bool?): result', js: filters.fir },
  { kql: 'series_fft(any, any?): result', js: fourier.fft },
  { kql: 'series_ifft(any, any?): result', js: fourier.ifft },
  { kql: 'series_stats(any, bool?): result', js: stats.stats },
  { kql: 'series_stats_dynamic(any, bool?): result', js: stats.statsDynamic },
  { kql: 'series_fit_line(any): result', js: fitLine.fitLine },
  { kql: 'series_fit_line_dynamic(any): result', js: fitLine.fitLineDynamic },
  { kql: 'series_fit_2lines(any): result', js: fitLine.fit2Lines },
  { kql: 'series_fit_2lines_dynamic(any): result', js: fitLine.fit2LinesDynamic },
  { kql: 'series_fit_poly(any, any?, long?): result', js: fitPoly },
  { kql: 'series_outliers(any, string?, any?, any?, any?, long?): result', js: outliers },
  { kql: 'series_decompose(any, long?, string?, long?, real?): result', js: decompose.decompose },
  { kql: 'series_decompose_forecast(any, long, long?, string?, real?): result', js: decompose.forecast },
  {
    kql: 'series_decompose_anomalies(any, any?, long?, string?, long?, string?, real?): result',
    js: decompose.anomalies,
  },
  { kql: 'series_periods_detect(any, any, any, long): result', js: periodsDetect },
  { kql: 'series_periods_validate(any, any...): result', js: periodsValidate },
  { kql: 'series_seasonal(any, long?, long?): result', js: decompose.seasonalSeries },
];
