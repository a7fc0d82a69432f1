/** `evaluate`: the plugins the engine knows. Those whose columns depend on the rows come here with a schema (run/discover.ts). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, spanOf } from '../context';
import { NeedsColumns } from '../needs-columns';
import { lowerActiveUsersCount } from '../plugins/active-users-count';
import { lowerActivityCountsMetrics } from '../plugins/activity-counts-metrics';
import { lowerActivityEngagement } from '../plugins/activity-engagement';
import { lowerActivityMetrics } from '../plugins/activity-metrics';
import { lowerBagUnpack } from '../plugins/bag-unpack';
import { lowerDcountIntersect } from '../plugins/dcount-intersect';
import { lowerFunnelSequenceCompletion } from '../plugins/funnel-sequence-completion';
import { lowerGeoLookup } from '../plugins/geo-lookup';
import { lowerIpLookup } from '../plugins/ip-lookup';
import { lowerNarrow } from '../plugins/narrow';
import { lowerNewActivityMetrics } from '../plugins/new-activity-metrics';
import { lowerPivot } from '../plugins/pivot';
import { lowerRollingPercentile } from '../plugins/rolling-percentile';
import { lowerRowsNear } from '../plugins/rows-near';
import { lowerSchemaMerge } from '../plugins/schema-merge';
import { lowerAutocluster, lowerBasket, lowerDiffpatterns } from '../plugins/segments';
import { lowerSequenceDetect } from '../plugins/sequence-detect';
import { lowerSessionCount } from '../plugins/session-count';
import { lowerSlidingWindowCounts } from '../plugins/sliding-window-counts';
import { lowerEstimateRowsCount, lowerIdentity } from '../plugins/whole-table-plugins';

const plugins: Readonly<Record<string, (node: SyntaxNode, input: Rows, context: Context) => Rows>> = {
  active_users_count: lowerActiveUsersCount,
  activity_counts_metrics: lowerActivityCountsMetrics,
  activity_engagement: lowerActivityEngagement,
  activity_metrics: lowerActivityMetrics,
  autocluster: lowerAutocluster,
  bag_unpack: lowerBagUnpack,
  basket: lowerBasket,
  diffpatterns: lowerDiffpatterns,
  estimate_rows_count: lowerEstimateRowsCount,
  funnel_sequence_completion: lowerFunnelSequenceCompletion,
  identity: lowerIdentity,
  dcount_intersect: lowerDcountIntersect,
  geo_line_lookup: lowerGeoLookup,
  geo_polygon_lookup: lowerGeoLookup,
  narrow: lowerNarrow,
  new_activity_metrics: lowerNewActivityMetrics,
  pivot: lowerPivot,
  rolling_percentile: lowerRollingPercentile,
  rows_near: lowerRowsNear,
  schema_merge: lowerSchemaMerge,
  sequence_detect: lowerSequenceDetect,
  session_count: lowerSessionCount,
  sliding_window_counts: lowerSlidingWindowCounts,
  ipv4_lookup: lowerIpLookup,
  ipv6_lookup: lowerIpLookup,
};

/** preview() gives two tables, so it is no step of a pipe (results.ts). */
export const isPlugin = (name: string): boolean => Object.hasOwn(plugins, name) || name === 'preview';

/** What a cluster runs only with a network, another service or another language at hand: none of that is here. */
const outside: Readonly<Record<string, string>> = {
  ai_chat_completion: 'a language model',
  ai_chat_completion_prompt: 'a language model',
  ai_embed_text: 'a language model',
  ai_embeddings: 'a language model',
  azure_digital_twins_query_request: 'a network',
  cosmosdb_sql_request: 'a network',
  csharp: 'a sandbox',
  dax_request: 'a network',
  execute_query: 'a network',
  execute_show_command: 'a network',
  http_request: 'a network',
  http_request_post: 'a network',
  infer_storage_schema: 'a network',
  infer_storage_schema_with_suggestions: 'a network',
  mysql_request: 'a network',
  postgresql_request: 'a network',
  python: 'a sandbox',
  r: 'a sandbox',
  sql_request: 'a network',
};

/** Plugins whose columns depend on the rows, unless the query says which they are. */
export const openPlugins: ReadonlySet<string> = new Set(['bag_unpack', 'pivot']);

export function lowerEvaluate(node: SyntaxNode, input: Rows, context: Context): Rows {
  const name = node.child('FunctionCall').child('Name').simpleName;
  const plugin = plugins[name];
  if (openPlugins.has(name) && !node.optional('Schema')) throw new NeedsColumns(node, input, context);
  if (plugin) return plugin(node, input, context);
  const needs = outside[name];
  throw new Refusal(`The plugin ${name}${needs ? `, which needs ${needs},` : ''}`, spanOf(node.child('FunctionCall')));
}
