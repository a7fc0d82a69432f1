/** The tables a query answers with: one per statement that is no let, several of fork, facet and preview(). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows } from '../ir';
import { type Context, columnExpr, freshColumn, spanOf, toScalarType } from './context';
import { lowerExpr } from './expressions/expression';
import { columnsOf } from './expressions/outputs';
import { noteRender } from './operators/render';
import { isPreview, lowerPreview } from './plugins/preview';
import { isTabular, lowerRows } from './rows';

export type ResultRows = { readonly name: string; readonly rows: Rows };

/** What a table is called that nothing names. */
export const primaryResult = 'PrimaryResult';

export function lowerResults(expression: SyntaxNode, context: Context): readonly ResultRows[] {
  const operator = expression.kind === 'PipeExpression' ? expression.child('Operator') : undefined;
  if (operator?.kind === 'ForkOperator') return forked(operator, expression.child('Expression'), context);
  if (operator?.kind === 'FacetOperator') return faceted(operator, expression.child('Expression'), context);
  if (operator && isPreview(operator))
    return lowerPreview(operator, expression.child('Expression'), context).map((rows) => ({
      name: primaryResult,
      rows,
    }));
  // What render draws may be all of a fork's tables.
  if (operator?.kind === 'RenderOperator' && givesSeveral(expression.child('Expression'))) {
    noteRender(operator, context);
    return lowerResults(expression.child('Expression'), context);
  }
  if (isTabular(expression)) return [{ name: nameOf(expression), rows: lowerRows(expression, context) }];
  const column = freshColumn(context, 'print_0', toScalarType(expression.type.scalar));
  const value = lowerExpr(expression, context);
  return [
    { name: primaryResult, rows: { op: 'values', rows: [[value]], columns: [column], span: spanOf(expression) } },
  ];
}

/** Operators that answer with several tables. */
export const isForking = (kind: string): boolean => kind === 'ForkOperator' || kind === 'FacetOperator';

const givesSeveral = (expression: SyntaxNode): boolean =>
  expression.kind === 'PipeExpression' && isForking(expression.child('Operator').kind);

/** `T | … | as Name` names the table. */
function nameOf(expression: SyntaxNode): string {
  const last = expression.kind === 'PipeExpression' ? expression.child('Operator') : expression;
  return last.kind === 'AsOperator' ? last.child('Name').simpleName : primaryResult;
}

/** Each leg reads the input anew, with columns of its own. */
function forked(node: SyntaxNode, source: SyntaxNode, context: Context): ResultRows[] {
  return node.list('Expressions').map((leg) => {
    const body = leg.child('Expression');
    const name = leg.optional('NameEquals')?.child('Name').simpleName ?? nameOf(body);
    return { name, rows: piped(body, lowerRows(source, context), context) };
  });
}

const piped = (body: SyntaxNode, input: Rows, context: Context): Rows =>
  lowerRows(body, { ...context, scope: { columns: input.columns }, implicitInput: input });

/** The `with` clause's table, then the values of each column with their counts. */
function faceted(node: SyntaxNode, source: SyntaxNode, context: Context): ResultRows[] {
  const clause = node.optional('WithClause');
  const body = clause?.optional('Expression') ?? clause?.optional('Operator');
  const filtered = body ? [{ name: primaryResult, rows: piped(body, lowerRows(source, context), context) }] : [];
  const facets = node.list('Expressions').map((each) => {
    const input = lowerRows(source, context);
    const value = lowerExpr(each, { ...context, scope: { columns: input.columns } });
    return { name: primaryResult, rows: counted(input, value, each.simpleName, context) };
  });
  return [...filtered, ...facets];
}

function counted(input: Rows, value: Expr, name: string, context: Context): Rows {
  const { span } = input;
  const key: Output = { column: freshColumn(context, name, value.type), expr: value };
  const count: Expr = { kind: 'aggregate', name: 'count', args: [], type: 'long', span };
  const total: Output = { column: freshColumn(context, `count_${name}`, 'long'), expr: count };
  const columns = columnsOf([key, total]);
  const grouped: Rows = { op: 'summarize', input, keys: [key], aggregates: [total], columns, span };
  const order = { expr: columnExpr(key.column, span), descending: false, nullsFirst: true };
  return { op: 'sort', input: grouped, keys: [order], columns, span };
}
