/** `basket`: the patterns that enough rows fulfil. https://learn.microsoft.com/kusto/query/basket-plugin */
import { closedPatterns } from './closed-patterns';
import { codedRows, roundTo, shownPattern } from './coded-rows';
import { defineStage } from './stage';

/** The input has a row per combination of values, then which of them are rare, its weight last. The result is id, count, percent, values and mask. */
export type BasketSettings = { readonly threshold: number; readonly mostValues: number };

export const basket = defineStage<BasketSettings>(
  'basket',
  (input, { settings, output, checkpoint }) => {
    const coded = codedRows(input.rows, input.columns.length - 2);
    const weights = Float64Array.from(input.rows, (row) => Number(row.at(-1) ?? 0));
    const weightOf = (rows: Int32Array) => rows.reduce((sum, row) => sum + (weights[row] ?? 0), 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const found = closedPatterns({
      coded,
      weightOf,
      isFrequent: (rows) => weightOf(rows) >= settings.threshold * total && total > 0,
      mostValues: settings.mostValues,
      checkpoint,
    });
    const rows = found.map(({ pattern, rows: members }, id) => {
      const count = weightOf(members);
      return [id, count, roundTo((100 * count) / total, 1), ...shownPattern(pattern, coded)];
    });
    return { columns: output, rows };
  },
  { dynamicAsText: true },
);
