/**
 * `autocluster`, `basket` and `diffpatterns`: rows are counted per combination of values here, patterns are found in
 * JavaScript (stages/), and here again the places that a pattern leaves open get the wildcard of their type.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows, ScalarType } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { type AutoclusterSettings, leastShare } from '../../stages/autocluster';
import type { BasketSettings } from '../../stages/basket';
import type { DiffSettings } from '../../stages/diff-patterns';
import {
  aggregateOf,
  callOf,
  cellAt,
  cellsOf,
  groupOf,
  joinOf,
  longOf,
  namedOutput,
  passOn,
  projectOf,
  sharedOf,
  sortOf,
  textOf,
  whereOf,
} from '../build-rows';
import { boundColumns, type Context, columnExpr, freshColumn, freshColumns, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf } from '../expressions/outputs';
import { isLastStep } from '../last-step';
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
  /** A row per combination of values: values, which of them are rare, perhaps the set, weight. */
  readonly rows: Rows;
  /** Columns of the input that take part in patterns. */
  readonly dims: readonly Column[];
};

/**
 * Values that too few rows have for any pattern are all alike to the plugins: without them what is left of a table is
 * small enough to be looked at row by row. `isFirst` splits the rows into two sets, each of which a value may be frequent in.
 */
function counted(
  input: Rows,
  { weight, isFirst, leftOut }: { weight: Expr | undefined; isFirst?: Expr; leftOut?: Expr },
  threshold: number,
  context: Context,
): Counted {
  const { span } = input;
  const ignored = new Set([weight, leftOut].flatMap((expr) => (expr?.kind === 'column' ? [expr.column.id] : [])));
  const dims = input.columns.filter((column) => !ignored.has(column.id));
  const set = isFirst ?? { kind: 'literal' as const, type: 'bool' as const, value: true, span };
  const size = weight ? callOf('toreal', 'real', weight) : realOf(1, span);
  const measured = projectOf(input, [
    ...passOn(dims, span),
    namedOutput(context, 'is_first', set),
    namedOutput(context, 'weight', size),
  ]);
  const read = sharedOf(measured, context);
  const main = read();
  const isEnough = leastSums(read(), threshold, context);
  const frequent = dims.map((_, at) => frequentValues(read(), at, isEnough, context));
  const joined = frequent.reduce(
    (rows, values, at) => joinOf('leftouter', rows, values, [{ left: cellAt(main, at), right: cellAt(values, 0) }]),
    main,
  );
  const rare = frequent.map((values) =>
    callOf('iff', 'string', callOf('isnull', 'bool', cellAt(values, 1)), textOf('1', span), textOf('0', span)),
  );
  const mask = rare.length > 0 ? callOf('strcat', 'string', ...rare) : textOf('', span);
  const keys = [...frequent.map((values) => cellAt(values, 0)), mask, ...(isFirst ? [cellAt(main, -2)] : [])];
  const total = namedOutput(context, 'weight', aggregateOf('sum', 'real', span, cellAt(main, -1)));
  const grouped = groupOf(
    joined,
    keys.map((key) => namedOutput(context, 'value', key)),
    [total],
  );
  // Ties among patterns are decided by the rows' order: it must be the same every time.
  return { rows: sortOf(grouped, ...cellsOf(grouped, 0, -1)), dims };
}

/** The weight of the rows of the first set and of the second, by the last columns of measured rows. */
const sumsOf = (rows: Rows, context: Context): Output[] =>
  [cellAt(rows, -2), callOf('not', 'bool', cellAt(rows, -2))].map((condition) =>
    namedOutput(context, 'sum', aggregateOf('sumif', 'real', rows.span, cellAt(rows, -1), condition)),
  );

/** How much of each set a value must have: a share of it, and something. */
function leastSums(rows: Rows, threshold: number, context: Context): (sums: readonly Expr[]) => Expr {
  const totals = sharedOf(groupOf(rows, [], sumsOf(rows, context)), context);
  const least = [0, 1].map((index): Expr => {
    const total = totals();
    const only = projectOf(total, [namedOutput(context, 'total', cellAt(total, index))]);
    const cell: Expr = { kind: 'scalar-rows', rows: only, type: 'real', span: rows.span };
    return callOf('*', 'real', realOf(threshold, rows.span), cell);
  });
  const isEnough = (sum: Expr, index: number) =>
    callOf(
      'and',
      'bool',
      callOf('>=', 'bool', sum, least[index] ?? sum),
      callOf('>', 'bool', sum, realOf(0, rows.span)),
    );
  return (sums) => callOf('or', 'bool', ...sums.map(isEnough));
}

/** The values of a column that enough rows of one of the sets have, with the weight of those rows. */
function frequentValues(rows: Rows, at: number, isEnough: (sums: readonly Expr[]) => Expr, context: Context): Rows {
  const grouped = groupOf(rows, [namedOutput(context, 'value', cellAt(rows, at))], sumsOf(rows, context));
  return whereOf(grouped, isEnough(cellsOf(grouped, -2)));
}

const realOf = (value: number, span: Rows['span']): Expr => ({ kind: 'literal', type: 'real', value, span });

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
  const rows = counted(input, { weight: given.at(1) }, leastShare, context);
  return segments(node, input, rows, { name: 'autocluster', settings }, given.wildcards(3), context);
}

/** `([Threshold, WeightColumn, MaxDimensions, CustomWildcard…])`. */
export function lowerBasket(node: SyntaxNode, input: Rows, context: Context): Rows {
  const given = segmentArguments(node, context);
  const settings: BasketSettings = {
    threshold: given.number(0, 0.05, 0.015, 1),
    mostValues: given.number(2, 5, 1, 100),
  };
  const rows = counted(input, { weight: given.at(1) }, settings.threshold, context);
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
  const rows = counted(both, { weight: given.at(3), isFirst, leftOut: split }, settings.threshold, context);
  return segments(node, input, rows, { name: 'diff_patterns', settings, hidden: split }, given.wildcards(6), context);
}
