/** The tabular operators the engine runs, in the order of Kusto's documentation. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { lowerAs } from './as';
import type { Context } from './context';
import { lowerCount } from './count';
import { lowerDistinct } from './distinct';
import { lowerEvaluate } from './evaluate';
import { lowerExtend } from './extend';
import { lowerGetSchema } from './getschema';
import { lowerInvoke } from './invoke';
import { lowerJoin } from './join';
import { lowerLookup } from './lookup';
import { lowerMakeSeries } from './make-series';
import { lowerMvApply } from './mv-apply';
import { lowerMvExpand } from './mv-expand';
import { lowerParse } from './parse';
import { lowerParseKv } from './parse-kv';
import { lowerPartition } from './partition';
import { lowerProject } from './project';
import { lowerProjectByName } from './project-by-name';
import { lowerReduce } from './reduce';
import { lowerRender } from './render';
import { lowerSampleDistinct } from './sample-distinct';
import { lowerScan } from './scan';
import { lowerSearch } from './search';
import { lowerSerialize } from './serialize';
import { lowerSort } from './sort';
import { lowerSummarize } from './summarize';
import { lowerTake } from './take';
import { lowerTop } from './top';
import { lowerTopHitters } from './top-hitters';
import { lowerTopNested } from './top-nested';
import { lowerUnion } from './union';
import { lowerWhere } from './where';

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
