/** `top-nested`: the best values of a column, and for each of them the best of the next. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output, Rows, SortKey } from '../../ir';
import { Refusal } from '../../refusal';
import { callOf, cellsOf, extendOf, groupOf, joinOf, namedOutput, whereOf, windowOf } from '../build-rows';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, matchOutputs, unnamed } from '../expressions/outputs';
import { refreshed } from '../refreshed';
import { sharedRows } from '../shared-rows';
import { lowerWithOthers } from './top-nested-others';

/** The groups of one level: its keys and its total, the last ones of the rows' columns. */
export type Level = { readonly rows: Rows; readonly keys: readonly Expr[]; readonly total: Expr };

export function lowerTopNested(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const shared = sharedRows(input, context);
  const clauses = node.list('Clauses');
  const levels = clauses.map((_, depth) => levelOf(clauses.slice(0, depth + 1), refreshed(shared, context), context));
  if (clauses.some((clause) => clause.optional('WithOthersClause')))
    return lowerWithOthers(node, shared, levels, context);
  const joined = nested(levels);
  const keys = levels.at(-1)?.keys ?? [];
  const parts = keys.flatMap((key, depth): Expr[] => [key, levels[depth]?.total ?? key]);
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input: joined, outputs, columns: columnsOf(outputs), span };
}

/** The levels under each other: of each only what lies within what the one above has kept. */
export function nested(levels: readonly Level[]): Rows {
  const [first, ...below] = levels;
  if (!first) throw new Error('top-nested has no clause');
  return below.reduce((above, level, depth) => {
    const parents = levels[depth]?.keys ?? [];
    const on = parents.flatMap((left, index) => {
      const right = level.keys[index];
      return right ? [{ left, right }] : [];
    });
    return joinOf('inner', above, level.rows, on);
  }, first.rows);
}

export const keyOf = (clause: SyntaxNode, columns: readonly Column[], context: Context): Expr =>
  lowerExpr(unnamed(clause.child('OfExpression')), { ...context, scope: { columns } });

export function totalOf(clause: SyntaxNode, columns: readonly Column[], context: Context): Expr {
  const by = clause.child('ByExpression');
  const value = unnamed(by.kind === 'OrderedExpression' ? by.child('Expression') : by);
  return lowerExpr(value, { ...context, scope: { columns } });
}

/** The groups of one level with their total, the best ones per group of the level above. */
function levelOf(clauses: readonly SyntaxNode[], rows: Rows, context: Context): Level {
  const clause = clauses.at(-1);
  if (!clause) throw new Refusal('top-nested of nothing', rows.span);
  const keys = clauses.map((each): Output => namedOutput(context, 'key', keyOf(each, rows.columns, context)));
  const total = namedOutput(context, 'total', totalOf(clause, rows.columns, context));
  const grouped = groupOf(rows, keys, [total]);
  const refs = cellsOf(grouped, 0, keys.length);
  const totalRef = columnExpr(total.column, rows.span);
  const count = clause.optional('Expression');
  if (!count) return { rows: grouped, keys: refs, total: totalRef };
  const order: SortKey = { expr: totalRef, descending: !isAscending(clause), nullsFirst: false };
  const limit = lowerExpr(count, { ...context, scope: { columns: [] } });
  return { rows: best(grouped, refs.slice(0, -1), order, limit, context), keys: refs, total: totalRef };
}

function isAscending(clause: SyntaxNode): boolean {
  const by = clause.child('ByExpression');
  const keyword = by.kind === 'OrderedExpression' ? by.child('Ordering').optional('AscOrDescKeyword') : undefined;
  return keyword?.text.toLowerCase().endsWith('asc') ?? false;
}

function best(rows: Rows, groups: readonly Expr[], order: SortKey, count: Expr, context: Context): Rows {
  const { span } = rows;
  const sorted: Rows = { op: 'sort', input: rows, keys: [order], columns: rows.columns, span };
  const place = namedOutput(context, 'place', windowOf('number_within', 'long', span, ...groups));
  const numbered = extendOf(sorted, [place]);
  const kept = whereOf(numbered, callOf('<=', 'bool', columnExpr(place.column, span), count));
  return { ...kept, columns: rows.columns };
}
