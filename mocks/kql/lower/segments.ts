/**
 * `autocluster`, `basket` and `diffpatterns`: rows are counted per combination of values here, patterns are found in
 * JavaScript (stages/), and here again the places that a pattern leaves open get the wildcard of their type.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows, ScalarType } from '../ir';
import { Refusal, SemanticError } from '../refusal';
import type { AutoclusterSettings } from '../stages/autocluster';
import type { BasketSettings } from '../stages/basket';
import type { DiffSettings } from '../stages/diff-patterns';
import {
  aggregateOf,
  callOf,
  cellAt,
  cellsOf,
  groupOf,
  longOf,
  namedOutput,
  passOn,
  sortOf,
  textOf,
  whereOf,
} from './build-rows';
import { boundColumns, type Context, columnExpr, freshColumn, freshColumns, spanOf } from './context';
import { lowerExpr } from './expression';
import { isLastStep } from './last-step';
import { columnsOf } from './outputs';
import { pluginArguments } from './plugin-arguments';

type SegmentArguments = {
  readonly at: (place: number) => Expr | undefined;
  readonly required: (place: number) => Expr;
  readonly number: (place: number, fallback: number, least: number, most: number) => number;
  /** The value by type that stands for "any", from this place on. */
  readonly wildcards: (from: number) => ReadonlyMap<ScalarType, Expr>;
};

/** Arguments by place; a tilde stands for the default. */
function segmentArguments(node: SyntaxNode, context: Context): SegmentArguments {
  const exprs = pluginArguments(node).positional.map((argument) => lowerExpr(argument, context));
  const at = (place: number): Expr | undefined => {
    const expr = exprs[place];
    return expr?.kind === 'literal' && expr.value === '~' ? undefined : expr;
  };
  return {
    at,
    required: (place) => {
      const expr = at(place);
      if (!expr) throw new Refusal('This form of the plugin', spanOf(node));
      return expr;
    },
    number: (place, fallback, least, most) => {
      const expr = at(place);
      if (!expr) return fallback;
      const value = expr.kind === 'literal' && expr.value !== null ? Number(expr.value) : Number.NaN;
      if (value >= least && value <= most) return value;
      throw new SemanticError('SEM0219', `The argument must be a number from ${least} to ${most}.`, expr.span);
    },
    wildcards: (from) =>
      new Map(
        exprs.slice(from).flatMap((_, index): [ScalarType, Expr][] => {
          const expr = at(from + index);
          return expr ? [[expr.type, expr]] : [];
        }),
      ),
  };
}

type Counted = {
  readonly rows: Rows;
  /** Columns of the input that take part in patterns. */
  readonly dims: readonly Column[];
};

/** A row per combination of values, with what else the stage needs, and the weight last. */
function counted(
  input: Rows,
  weight: Expr | undefined,
  leftOut: readonly Expr[],
  more: readonly Output[],
  context: Context,
): Counted {
  const ignored = new Set([weight, ...leftOut].flatMap((expr) => (expr?.kind === 'column' ? [expr.column.id] : [])));
  const dims = input.columns.filter((column) => !ignored.has(column.id));
  const sum = weight
    ? aggregateOf('sum', 'real', input.span, callOf('toreal', 'real', weight))
    : aggregateOf('count', 'long', input.span);
  const grouped = groupOf(input, [...passOn(dims, input.span), ...more], [namedOutput(context, 'weight', sum)]);
  // Ties among patterns are decided by the rows' order: it must be the same every time.
  return { rows: sortOf(grouped, ...cellsOf(grouped, 0, -1)), dims };
}

type Settings = AutoclusterSettings | BasketSettings | DiffSettings;

/** The stage's result with the binder's columns: measures first, then every column of the input. */
function segments(
  node: SyntaxNode,
  input: Rows,
  { rows, dims }: Counted,
  stage: { readonly name: string; readonly settings: Settings; readonly hidden?: Expr },
  wildcards: ReadonlyMap<ScalarType, Expr>,
  context: Context,
): Rows {
  const span = spanOf(node);
  const bound = boundColumns(node);
  const measures = freshColumns(context, bound.slice(0, bound.length - input.columns.length));
  const found = dims.map((column) => freshColumn(context, column.name, column.type));
  const mask = freshColumn(context, 'mask', 'string');
  const columns = [...measures, ...found, mask];
  const result: Rows = { op: 'stage', stage: stage.name, inputs: [rows], settings: stage.settings, columns, span };
  const place = new Map(dims.map((column, index) => [column.id, index]));
  const hidden = stage.hidden?.kind === 'column' && isLastStep(node) ? stage.hidden.column.id : '';
  const shown = input.columns.filter((column) => column.id !== hidden);
  const outputs = shown.map((column): Output => {
    const wildcard = wildcards.get(column.type) ?? nullOf(column.type, span);
    const at = place.get(column.id) ?? -1;
    const source = found[at];
    if (!source) return { column: freshColumn(context, column.name, column.type), expr: wildcard };
    const isSet = callOf(
      '==',
      'bool',
      callOf('substring', 'string', cellAt(result, -1), longOf(at, span), longOf(1, span)),
      textOf('1', span),
    );
    const expr = callOf('iff', column.type, isSet, columnExpr(source, span), wildcard);
    return { column: freshColumn(context, column.name, column.type), expr };
  });
  const all = [...passOn(measures, span), ...outputs];
  return { op: 'project', input: result, outputs: all, columns: columnsOf(all), span };
}

const nullOf = (type: ScalarType, span: Rows['span']): Expr =>
  type === 'string' ? textOf('', span) : { kind: 'literal', type, value: null, span };

/** `([SizeWeight, WeightColumn, NumSeeds, CustomWildcard…])`. */
export function lowerAutocluster(node: SyntaxNode, input: Rows, context: Context): Rows {
  const given = segmentArguments(node, context);
  const settings: AutoclusterSettings = { sizeWeight: given.number(0, 0.5, 0, 1), seeds: given.number(2, 25, 1, 1000) };
  const rows = counted(input, given.at(1), [], [], context);
  return segments(node, input, rows, { name: 'autocluster', settings }, given.wildcards(3), context);
}

/** `([Threshold, WeightColumn, MaxDimensions, CustomWildcard…])`. */
export function lowerBasket(node: SyntaxNode, input: Rows, context: Context): Rows {
  const given = segmentArguments(node, context);
  const settings: BasketSettings = {
    threshold: given.number(0, 0.05, 0.015, 1),
    mostValues: given.number(2, 5, 1, 100),
  };
  const rows = counted(input, given.at(1), [], [], context);
  return segments(node, input, rows, { name: 'basket', settings }, given.wildcards(3), context);
}

/** `(SplitColumn, ValueA, ValueB [, WeightColumn, Threshold, MaxDimensions, CustomWildcard…])`. */
export function lowerDiffpatterns(node: SyntaxNode, input: Rows, context: Context): Rows {
  const given = segmentArguments(node, context);
  const split = given.required(0);
  const text = callOf('tostring', 'string', split);
  const isFirst = callOf('==', 'bool', text, given.required(1));
  const isSecond = callOf('==', 'bool', text, given.required(2));
  const settings: DiffSettings = { threshold: given.number(4, 0.05, 0.015, 1), mostValues: given.number(5, 5, 1, 100) };
  const both = whereOf(input, callOf('or', 'bool', isFirst, isSecond));
  const rows = counted(both, given.at(3), [split], [namedOutput(context, 'is_first', isFirst)], context);
  return segments(node, input, rows, { name: 'diff_patterns', settings, hidden: split }, given.wildcards(6), context);
}
