/** `top-nested`: the best values of a column, and for each of them the best of the next. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows, SortKey } from '../ir';
import { Refusal } from '../refusal';
import { boundColumns, type Context, columnExpr, freshColumn, spanOf } from './context';
import { lowerExpr } from './expression';
import { withFreshIds } from './fresh-ids';
import { columnsOf, matchOutputs, unnamed } from './outputs';
import { refreshed } from './refreshed';

type Level = { readonly rows: Rows; readonly keys: readonly Expr[]; readonly total: Expr };

export function lowerTopNested(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  context.query.nextId += 1;
  const shared: Rows = {
    op: 'shared',
    name: `shared_${context.query.nextId}`,
    input,
    columns: withFreshIds(input, context).columns,
    span,
  };
  const clauses = node.list('Clauses');
  const levels: Level[] = [];
  for (const [depth] of clauses.entries())
    levels.push(level(clauses.slice(0, depth + 1), refreshed(shared, context), context));
  const joined = levels.reduce(
    (above: Rows | undefined, below) => (above ? under(above, levels, below, span) : below.rows),
    undefined,
  );
  const last = levels.at(-1);
  if (!joined || !last) throw new Refusal('top-nested of nothing', span);
  const parts = last.keys.flatMap((key, depth): Expr[] => [key, levels[depth]?.total ?? key]);
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'project', input: joined, outputs, columns: columnsOf(outputs), span };
}

/** The groups of one level with their total, the best ones per group of the level above. */
function level(clauses: readonly SyntaxNode[], rows: Rows, context: Context): Level {
  const clause = clauses.at(-1);
  if (!clause || clause.optional('WithOthersClause'))
    throw new Refusal('top-nested with others', clause ? spanOf(clause) : rows.span);
  const { span } = rows;
  const inside: Context = { ...context, scope: { columns: rows.columns } };
  const keys = clauses.map((each): Output => {
    const expr = lowerExpr(unnamed(each.child('OfExpression')), inside);
    return { column: freshColumn(context, 'key', expr.type), expr };
  });
  const by = clause.child('ByExpression');
  const ordering =
    by.kind === 'OrderedExpression' ? by.child('Ordering').optional('AscOrDescKeyword')?.text : undefined;
  const aggregate = lowerExpr(unnamed(by.kind === 'OrderedExpression' ? by.child('Expression') : by), inside);
  const total: Output = { column: freshColumn(context, 'total', aggregate.type), expr: aggregate };
  const grouped: Rows = {
    op: 'summarize',
    input: rows,
    keys,
    aggregates: [total],
    columns: columnsOf([...keys, total]),
    span,
  };
  const refs = keys.map((key) => columnExpr(key.column, span));
  const totalRef = columnExpr(total.column, span);
  const count = clause.optional('Expression');
  if (!count) return { rows: grouped, keys: refs, total: totalRef };
  const order: SortKey = { expr: totalRef, descending: ordering !== 'asc', nullsFirst: false };
  return {
    rows: best(grouped, refs.slice(0, -1), order, lowerExpr(count, inside), context),
    keys: refs,
    total: totalRef,
  };
}

function best(rows: Rows, groups: readonly Expr[], order: SortKey, count: Expr, context: Context): Rows {
  const { span } = rows;
  const place = freshColumn(context, 'place', 'long');
  const sorted: Rows = { op: 'sort', input: rows, keys: [order], columns: rows.columns, span };
  const numbered: Rows = {
    op: 'project',
    input: sorted,
    outputs: [
      ...rows.columns.map((column) => ({ column, expr: columnExpr(column, span) })),
      { column: place, expr: { kind: 'window', name: 'number_within', args: groups, type: 'long', span } },
    ],
    columns: [...rows.columns, place],
    span,
  };
  const condition: Expr = { kind: 'call', name: '<=', args: [columnExpr(place, span), count], type: 'bool', span };
  return { op: 'where', input: numbered, condition, columns: rows.columns, span };
}

function under(above: Rows, levels: readonly Level[], below: Level, span: Rows['span']): Rows {
  const parent = levels[below.keys.length - 2];
  const on = (parent?.keys ?? []).flatMap((left, index) => {
    const right = below.keys[index];
    return right ? [{ left, right }] : [];
  });
  const columns = [...above.columns, ...below.rows.columns];
  const outputs = columns.map((column) => ({ column, expr: columnExpr(column, span) }));
  return { op: 'join', kind: 'inner', left: above, right: below.rows, on, outputs, columns, span };
}
