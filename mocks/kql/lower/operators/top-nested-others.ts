/**
 * `top-nested … with others`: every row gets a label per level: the level's value while that and those above are among
 * the best, after that the level's name for the rest, or none. Rows of the same labels make one row of the result.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows, ScalarType, Span } from '../../ir';
import { callOf, cellsOf, extendOf, groupOf, joinOf, namedOutput, projectOf, whereOf } from '../build-rows';
import { boundColumns, type Context, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs } from '../expressions/outputs';
import { refreshed } from '../refreshed';
import { sharedRows } from '../shared-rows';
import { keyOf, type Level, nested, totalOf } from './top-nested';

export function lowerWithOthers(node: SyntaxNode, shared: Rows, levels: readonly Level[], context: Context): Rows {
  const span = spanOf(node);
  const clauses = node.list('Clauses');
  const width = shared.columns.length;
  const labelled = sharedRows(withLabels(clauses, refreshed(shared, context), levels, context), context);
  const marks = (rows: Rows): Expr[] => cellsOf(rows, width);
  const shown = refreshed(labelled, context);
  const isShown = callOf('or', 'bool', ...shownTests(clauses, marks(shown)));
  const groups = groupOf(
    whereOf(shown, isShown),
    marks(shown).map((mark) => namedOutput(context, 'mark', mark)),
    [],
  );
  let joined = groups;
  clauses.forEach((clause, depth) => {
    const totals = totalsOf(clause, refreshed(labelled, context), width, depth, context);
    const on = cellsOf(groups, 0, 2 * depth + 2).map((left, index) => ({
      left,
      right: cellsOf(totals)[index] ?? left,
    }));
    joined = joinOf('leftouter', joined, totals, on);
  });
  const parts = clauses.flatMap((clause, depth): Expr[] => {
    const [label, found] = cellsOf(groups, 2 * depth, 2 * depth + 2);
    const total = joined.columns.length && cellsOf(joined, totalPlace(clauses.length, depth))[0];
    if (!label || !found || !total) throw new Error('top-nested has lost a level');
    const isMissing = clause.optional('WithOthersClause') ? [] : [callOf('isnull', 'bool', found)];
    const [test] = isMissing;
    return [label, test ? callOf('iff', total.type, test, nothing(total.type, span), total) : total];
  });
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input: joined, outputs, columns: columnsOf(outputs), span };
}

/** After the groups' marks come, per level, the marks of its totals and the total. */
function totalPlace(levelCount: number, depth: number): number {
  let place = 2 * levelCount;
  for (let above = 0; above < depth; above++) place += 2 * above + 3;
  return place + 2 * depth + 2;
}

const nothing = (type: ScalarType, span: Span): Expr => ({
  kind: 'literal',
  type,
  value: type === 'string' ? '' : null,
  span,
});

/** The rows with, per level, the label and whether it is a value (true, or null). */
function withLabels(clauses: readonly SyntaxNode[], rows: Rows, levels: readonly Level[], context: Context): Rows {
  const { span } = rows;
  const keys = clauses.map((clause) => keyOf(clause, rows.columns, context));
  let current = rows;
  const marks: Expr[] = [];
  clauses.forEach((clause, depth) => {
    const bests = bestKeys(levels.slice(0, depth + 1), context);
    const on = cellsOf(bests, 0, depth + 1).flatMap((right, index) => {
      const left = keys[index];
      return left ? [{ left, right }] : [];
    });
    current = joinOf('leftouter', current, bests, on);
    const [found] = cellsOf(bests, -1);
    const [key] = keys.slice(depth);
    if (!found || !key) return;
    const others = clause.optional('WithOthersClause')?.child('Expression');
    const name = others ? lowerExpr(others, { ...context, scope: { columns: [] } }) : nothing(key.type, span);
    marks.push(callOf('iff', key.type, callOf('isnotnull', 'bool', found), key, name), found);
  });
  const outputs = marks.map((mark) => namedOutput(context, 'mark', mark));
  const extended = extendOf(current, outputs);
  const columns = [...rows.columns, ...columnsOf(outputs)];
  return projectOf(
    extended,
    columns.map((column) => ({ column, expr: { kind: 'column', column, type: column.type, span } })),
  );
}

/** The best values down to a level, and a mark that says that they are. */
function bestKeys(levels: readonly Level[], context: Context): Rows {
  const rows = nested(levels);
  const keys = levels.at(-1)?.keys ?? [];
  const yes: Expr = { kind: 'literal', type: 'bool', value: true, span: rows.span };
  return projectOf(
    rows,
    [...keys, yes].map((expr) => namedOutput(context, 'best', expr)),
  );
}

/** A row is in the result when all of its labels are values, or when one is the name of a rest. */
function shownTests(clauses: readonly SyntaxNode[], marks: readonly Expr[]): Expr[] {
  const found = marks.filter((_, index) => index % 2 === 1);
  const isRest = clauses.flatMap((clause, depth): Expr[] => {
    const mark = found[depth];
    return clause.optional('WithOthersClause') && mark ? [callOf('isnull', 'bool', mark)] : [];
  });
  const last = found.at(-1);
  return last ? [callOf('isnotnull', 'bool', last), ...isRest] : isRest;
}

/** The level's aggregate over all rows of the same labels down to it, the ones left out included. */
function totalsOf(clause: SyntaxNode, rows: Rows, width: number, depth: number, context: Context): Rows {
  const marks = cellsOf(rows, width, width + 2 * depth + 2).map((mark) => namedOutput(context, 'mark', mark));
  const total = totalOf(clause, rows.columns.slice(0, width), context);
  return groupOf(rows, marks, [namedOutput(context, 'total', total)]);
}
