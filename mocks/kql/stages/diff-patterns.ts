/**
 * `diffpatterns`: the patterns by which two sets of rows differ most. Of patterns that contain one another only the one
 * with the greatest difference is told. https://learn.microsoft.com/kusto/query/diffpatterns-plugin
 */
import { closedPatterns } from './closed-patterns';
import { areNested, codedRows, type Pattern, roundTo, shownPattern } from './coded-rows';
import { defineStage } from './stage';

/** The input's last columns say which values are rare, whether a row is of the first set, and its weight. */
export type DiffSettings = { readonly threshold: number; readonly mostValues: number };

type Difference = { readonly pattern: Pattern; readonly a: number; readonly b: number; readonly difference: number };

export const diffPatterns = defineStage<DiffSettings>(
  'diff_patterns',
  (input, { settings, output, checkpoint }) => {
    const coded = codedRows(input.rows, input.columns.length - 3);
    const inFirst = input.rows.map((row) => row.at(-2) === true);
    const weights = Float64Array.from(input.rows, (row) => Number(row.at(-1) ?? 0));
    const weightOf = (rows: Iterable<number>, first: boolean) => {
      let sum = 0;
      for (const row of rows) if (inFirst[row] === first) sum += weights[row] ?? 0;
      return sum;
    };
    const all = input.rows.map((_, row) => row);
    const [totalA, totalB] = [weightOf(all, true), weightOf(all, false)];
    const share = (rows: Int32Array, first: boolean) => {
      const total = first ? totalA : totalB;
      return total > 0 ? weightOf(rows, first) / total : 0;
    };
    const found = closedPatterns({
      coded,
      weightOf: (rows) => weightOf(rows, true) + weightOf(rows, false),
      isFrequent: (rows) => share(rows, true) >= settings.threshold || share(rows, false) >= settings.threshold,
      mostValues: settings.mostValues,
      checkpoint,
    });
    const differences = found.map(({ pattern, rows }): Difference => {
      const difference = Math.abs(share(rows, true) - share(rows, false));
      return { pattern, a: weightOf(rows, true), b: weightOf(rows, false), difference };
    });
    const told = unrelated(
      differences.filter(({ difference }) => difference >= settings.threshold),
      checkpoint,
    );
    const percent = (part: number, total: number) => (total > 0 ? (100 * part) / total : 0);
    const rows = told.map(({ pattern, a, b, difference }, id) => [
      id,
      a,
      b,
      roundTo(percent(a, totalA), 2),
      roundTo(percent(b, totalB), 2),
      roundTo(100 * difference, 2),
      ...shownPattern(pattern, coded),
    ]);
    return { columns: output, rows };
  },
  { dynamicAsText: true },
);

/** The greatest difference first; what says more or less than one that is told already is left out. */
function unrelated(differences: readonly Difference[], checkpoint: () => void): Difference[] {
  const told: Difference[] = [];
  for (const candidate of [...differences].sort((x, y) => y.difference - x.difference)) {
    checkpoint();
    if (!told.some(({ pattern }) => areNested(pattern, candidate.pattern))) told.push(candidate);
  }
  return told;
}
