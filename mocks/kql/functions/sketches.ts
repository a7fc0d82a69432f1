// What reads and merges the states of hll() and tdigest(). https://learn.microsoft.com/kusto/query/using-hll-tdigest
import type { FunctionRow } from './function-row';
import { hllIntersections } from './js/sketch-intersection';
import * as sketches from './js/sketches';

export const sketchFunctions: readonly FunctionRow[] = [
  { kql: 'dcount_hll(dynamic): long', js: sketches.hllCount },
  { kql: 'hll_merge(dynamic...): dynamic', js: sketches.hllMerge },
  { kql: 'hll_isvalid(dynamic): bool', js: sketches.hllIsValid },
  { kql: 'tdigest_merge(dynamic...): dynamic', js: sketches.tdigestMerge },
  { kql: 'merge_tdigest(dynamic...): dynamic', js: sketches.tdigestMerge },
  { kql: 'tdigest_isvalid(dynamic): bool', js: sketches.tdigestIsValid },
  { kql: 'percentile_tdigest(dynamic, real, any?): json', js: sketches.tdigestPercentile },
  { kql: 'percentiles_array_tdigest(dynamic, json...): dynamic', js: sketches.tdigestPercentiles },
  { kql: 'rank_tdigest(dynamic, json): long', js: sketches.tdigestRank },
  { kql: 'percentrank_tdigest(dynamic, json): real', js: sketches.tdigestPercentRank },
  // What the aggregates below are made of. Not callable from a query: its parser does not know these names.
  { kql: 'hll_state(dynamic, long): dynamic', js: sketches.hllState },
  { kql: 'hll#intersections(dynamic...): dynamic', js: hllIntersections },
  { kql: 'hll_merge_list(dynamic): dynamic', js: sketches.hllMergeList },
  { kql: 'tdigest_state(dynamic, dynamic?): dynamic', js: sketches.tdigestState },
  { kql: 'tdigest_merge_list(dynamic): dynamic', js: sketches.tdigestMergeList },
  { kql: 'weighted_place(dynamic, real): long', js: sketches.weightedPlace },
];
