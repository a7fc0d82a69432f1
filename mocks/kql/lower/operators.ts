/** The tabular operators the engine runs, in the order of Kusto's documentation. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import type { Context } from './context';
import { lowerAs } from './operators/as';
import { lowerCount } from './operators/count';
import { lowerDistinct } from './operators/distinct';
import { lowerEvaluate } from './operators/evaluate';
import { lowerExtend } from './operators/extend';
import { lowerGetSchema } from './operators/getschema';
import { lowerInvoke } from './operators/invoke';
import { lowerJoin } from './operators/join';
import { lowerLookup } from './operators/lookup';
import { lowerMakeSeries } from './operators/make-series';
import { lowerMvApply } from './operators/mv-apply';
import { lowerMvExpand } from './operators/mv-expand';
import { lowerParse } from './operators/parse';
import { lowerParseKv } from './operators/parse-kv';
import { lowerPartition } from './operators/partition';
import { lowerProject } from './operators/project';
import { lowerProjectByName } from './operators/project-by-name';
import { lowerReduce } from './operators/reduce';
import { lowerRender } from './operators/render';
import { lowerSampleDistinct } from './operators/sample-distinct';
import { lowerScan } from './operators/scan';
import { lowerSearch } from './operators/search';
import { lowerSerialize } from './operators/serialize';
import { lowerSort } from './operators/sort';
import { lowerSummarize } from './operators/summarize';
import { lowerTake } from './operators/take';
import { lowerTop } from './operators/top';
import { lowerTopHitters } from './operators/top-hitters';
import { lowerTopNested } from './operators/top-nested';
import { lowerUnion } from './operators/union';
import { lowerWhere } from './operators/where';

export type LowerOperator = (node: SyntaxNode, input: Rows, context: Context) => Rows;

export const operators: Readonly<Record<string, LowerOperator>> = {
  AsOperator: lowerAs,
  ConsumeOperator: lowerTake,
  CountOperator: lowerCount,
  DistinctOperator: lowerDistinct,
  EvaluateOperator: lowerEvaluate,
  ExtendOperator: lowerExtend,
  FilterOperator: lowerWhere,
  GetSchemaOperator: lowerGetSchema,
  InvokeOperator: lowerInvoke,
  JoinOperator: lowerJoin,
  LookupOperator: lowerLookup,
  MvExpandOperator: lowerMvExpand,
  ProjectOperator: lowerProject,
  ProjectAwayOperator: lowerProjectByName,
  ProjectKeepOperator: lowerProjectByName,
  ProjectRenameOperator: lowerProjectByName,
  ProjectReorderOperator: lowerProjectByName,
  ReduceByOperator: lowerReduce,
  RenderOperator: lowerRender,
  SampleOperator: lowerTake,
  ScanOperator: lowerScan,
  SearchOperator: lowerSearch,
  SerializeOperator: lowerSerialize,
  SortOperator: lowerSort,
  SummarizeOperator: lowerSummarize,
  TakeOperator: lowerTake,
  TopOperator: lowerTop,
  MakeSeriesOperator: lowerMakeSeries,
  MvApplyOperator: lowerMvApply,
  ParseOperator: lowerParse,
  ParseWhereOperator: lowerParse,
  ParseKvOperator: lowerParseKv,
  PartitionOperator: lowerPartition,
  TopHittersOperator: lowerTopHitters,
  SampleDistinctOperator: lowerSampleDistinct,
  TopNestedOperator: lowerTopNested,
  UnionOperator: lowerUnion,
};
