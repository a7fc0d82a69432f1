/** A whole query: its statements in order, then the one expression that is its result. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Context, columnExpr, freshColumn, type QueryState, spanOf, toScalarType } from './context';
import { lowerExpr } from './expression';
import { lowerLet } from './let';
import { isTabular, lowerRows } from './rows';

/** The names in scope where a node of the query's own statements stands; undefined inside a function's body. */
export function contextAt(syntax: SyntaxNode, node: SyntaxNode, query: QueryState): Context | undefined {
  for (let above = node.parent; above; above = above.parent) if (above.kind === 'FunctionDeclaration') return undefined;
  let context: Context = { query, names: new Map(), scope: { columns: [] } };
  for (const statement of syntax.list('Statements')) {
    if (statement.start <= node.start && node.start < statement.start + statement.length) return context;
    context = lowerLet(statement, context);
  }
  return context;
}

export function lowerQuery(syntax: SyntaxNode, query: QueryState): Rows {
  let context: Context = { query, names: new Map(), scope: { columns: [] } };
  let result: SyntaxNode | undefined;
  for (const statement of syntax.list('Statements')) {
    if (statement.kind === 'ExpressionStatement') {
      if (result) throw new Refusal('A second query in one request', spanOf(statement));
      result = statement.child('Expression');
    } else {
      context = lowerLet(statement, context);
    }
  }
  if (!result) throw new Refusal('A query without a tabular expression', { start: 0, length: syntax.length });
  if (isTabular(result)) return withoutPhantom(lowerRows(result, context), query.phantom, syntax);
  const column = freshColumn(context, 'print_0', toScalarType(result.type.scalar));
  return { op: 'values', rows: [[lowerExpr(result, context)]], columns: [column], span: spanOf(result) };
}

/** A query that itself says the name means a column of its own. */
function withoutPhantom(rows: Rows, name: string | undefined, syntax: SyntaxNode): Rows {
  if (name === undefined || new RegExp(`\\b${name}\\b`).test(syntax.text)) return rows;
  const columns = rows.columns.filter((column) => column.name.replace(/\d+$/, '') !== name);
  const outputs = columns.map((column) => ({ column, expr: columnExpr(column, rows.span) }));
  return { op: 'project', input: rows, outputs, columns, span: rows.span };
}
