/** `evaluate`: the plugins the engine knows. Those whose columns depend on the rows come here with a schema (run/discover.ts). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { lowerActiveUsersCount } from './active-users-count';
import { lowerActivityCountsMetrics } from './activity-counts-metrics';
import { lowerActivityEngagement } from './activity-engagement';
import { lowerActivityMetrics } from './activity-metrics';
import { lowerBagUnpack } from './bag-unpack';
import { type Context, spanOf } from './context';
import { lowerDcountIntersect } from './dcount-intersect';
import { lowerIpLookup } from './ip-lookup';
import { lowerNarrow } from './narrow';
import { lowerNewActivityMetrics } from './new-activity-metrics';
import { lowerPivot } from './pivot';
import { lowerRollingPercentile } from './rolling-percentile';
import { lowerRowsNear } from './rows-near';
import { lowerAutocluster, lowerBasket, lowerDiffpatterns } from './segments';
import { lowerSessionCount } from './session-count';
import { lowerSlidingWindowCounts } from './sliding-window-counts';

const plugins: Readonly<Record<string, (node: SyntaxNode, input: Rows, context: Context) => Rows>> = {
  active_users_count: lowerActiveUsersCount,
  activity_counts_metrics: lowerActivityCountsMetrics,
  activity_engagement: lowerActivityEngagement,
  activity_metrics: lowerActivityMetrics,
  autocluster: lowerAutocluster,
  bag_unpack: lowerBagUnpack,
  basket: lowerBasket,
  diffpatterns: lowerDiffpatterns,
  dcount_intersect: lowerDcountIntersect,
  narrow: lowerNarrow,
  new_activity_metrics: lowerNewActivityMetrics,
  pivot: lowerPivot,
  rolling_percentile: lowerRollingPercentile,
  rows_near: lowerRowsNear,
  session_count: lowerSessionCount,
  sliding_window_counts: lowerSlidingWindowCounts,
  ipv4_lookup: lowerIpLookup,
  ipv6_lookup: lowerIpLookup,
};

export function lowerEvaluate(node: SyntaxNode, input: Rows, context: Context): Rows {
  const name = node.child('FunctionCall').child('Name').simpleName;
  const plugin = plugins[name];
  if (!plugin) throw new Refusal(`The plugin ${name}`, spanOf(node.child('FunctionCall')));
  return plugin(node, input, context);
}
