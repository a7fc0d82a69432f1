/**
 * `autocluster`: a few patterns that together say much about many rows. From the most frequent combinations of values,
 * each grown value by value as long as it scores higher; of patterns that share most of their rows the best is kept.
 * Kusto's own choice is a heuristic over random seeds. https://learn.microsoft.com/kusto/query/autocluster-plugin
 */
import { closureOf } from './closed-patterns';
import {
  anyCode,
  areNested,
  type CodedRows,
  codedRows,
  type Pattern,
  rareCode,
  roundTo,
  shownPattern,
} from './coded-rows';
import { defineStage } from './stage';

/** The input has a row per combination of values, then which of them are rare, its weight last. */
export type AutoclusterSettings = { readonly sizeWeight: number; readonly seeds: number };

type Cluster = {
  readonly pattern: Pattern;
  readonly rows: Int32Array;
  readonly weight: number;
  readonly score: number;
};

type Scoring = {
  readonly coded: CodedRows;
  readonly weights: Float64Array;
  readonly total: number;
  /** Per column and code: how much is learned from the value, in bits. */
  readonly surprise: readonly Float64Array[];
  readonly sizeWeight: number;
  readonly checkpoint: () => void;
};

/** Below this share of the rows a pattern is an accident. */
export const leastShare = 0.02;
/** What a value that all rows have is worth, so that rows which are all alike still make a pattern. */
const leastSurprise = 0.01;

export const autocluster = defineStage<AutoclusterSettings>(
  'autocluster',
  (input, { settings, output, checkpoint }) => {
    const coded = codedRows(input.rows, input.columns.length - 2);
    const weights = Float64Array.from(input.rows, (row) => Number(row.at(-1) ?? 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const surprise = coded.codes.map((codes, column) => surprises(codes, coded.values[column]?.length ?? 0, weights));
    const scoring: Scoring = { coded, weights, total, surprise, sizeWeight: settings.sizeWeight, checkpoint };
    const seeds = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)).slice(0, settings.seeds);
    const rows = covering(
      seeds.map((seed) => grown(seed, scoring)),
      weights,
      total,
    ).map((cluster, id) => [
      id,
      cluster.weight,
      roundTo((100 * cluster.weight) / total, 1),
      ...shownPattern(cluster.pattern, coded),
    ]);
    return { columns: output, rows };
  },
  { dynamicAsText: true },
);

function surprises(codes: Int32Array, codeCount: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(codeCount);
  codes.forEach((code, row) => {
    if (code !== rareCode) sums[code] = (sums[code] ?? 0) + (weights[row] ?? 0);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return sums.map((sum) => (sum > 0 ? -Math.log2(sum / total) : 0));
}

/** The best pattern among those that a row fulfils, value by value. */
function grown(seed: number, scoring: Scoring): Cluster {
  const { codes } = scoring.coded;
  let best: Cluster = {
    pattern: codes.map(() => anyCode),
    rows: Int32Array.from(scoring.weights.keys()),
    weight: scoring.total,
    score: 0,
  };
  for (;;) {
    const next = codes
      .flatMap((column, at) =>
        best.pattern[at] === anyCode && column[seed] !== rareCode
          ? [narrowed(best.rows, column, column[seed], scoring)]
          : [],
      )
      .reduce<Cluster | undefined>((top, each) => (top && top.score >= each.score ? top : each), undefined);
    if (!next || next.score <= best.score) return best;
    best = next;
  }
}

/** The rows that have the value as well, with all that they share. */
function narrowed(rows: Int32Array, column: Int32Array, code: number | undefined, scoring: Scoring): Cluster {
  scoring.checkpoint();
  const fewer = rows.filter((row) => column[row] === code);
  const pattern = closureOf(fewer, scoring.coded.codes);
  const weight = fewer.reduce((sum, row) => sum + (scoring.weights[row] ?? 0), 0);
  const bits = pattern.reduce(
    (sum, each, at) => sum + (each === anyCode ? 0 : leastSurprise + (scoring.surprise[at]?.[each] ?? 0)),
    0,
  );
  const score = (weight / scoring.total) ** scoring.sizeWeight * bits ** (1 - scoring.sizeWeight);
  return { pattern, rows: fewer, weight, score };
}

/** Best first, each with rows of which at least half are not told of yet, none saying more or less than another. */
function covering(clusters: readonly Cluster[], weights: Float64Array, total: number): Cluster[] {
  const told = new Set<number>();
  const kept: Cluster[] = [];
  for (const cluster of [...clusters].sort((a, b) => b.score - a.score)) {
    const fresh = cluster.rows.reduce((sum, row) => sum + (told.has(row) ? 0 : (weights[row] ?? 0)), 0);
    if (cluster.score === 0 || fresh * 2 < cluster.weight || cluster.weight < leastShare * total) continue;
    if (kept.some(({ pattern }) => areNested(pattern, cluster.pattern))) continue;
    for (const row of cluster.rows) told.add(row);
    kept.push(cluster);
  }
  return kept;
}
