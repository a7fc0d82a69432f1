/** A whole query: its statements in order, lets for what follows and expressions for what it answers. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Context, columnExpr, type QueryState } from './context';
import { lowerLet } from './let';
import { lowerResults, type ResultRows } from './results';

/** All tables of the answer, in their order. */
export function lowerQueries(syntax: SyntaxNode, query: QueryState): readonly ResultRows[] {
  let context: Context = { query, names: new Map(), scope: { columns: [] } };
  const results: ResultRows[] = [];
  for (const statement of syntax.list('Statements')) {
    if (statement.kind === 'ExpressionStatement') {
      results.push(...lowerResults(statement.child('Expression'), context));
    } else {
      context = lowerLet(statement, context);
    }
  }
  return results.map(({ name, rows }) => ({ name, rows: withoutPhantom(rows, query.phantom, syntax) }));
}

/** A query that answers with one table. */
export function lowerQuery(syntax: SyntaxNode, query: QueryState): Rows {
  const [only, second] = lowerQueries(syntax, query);
  if (!only) throw new Refusal('A query without a tabular expression', { start: 0, length: syntax.length });
  if (second) throw new Refusal('A second table at this place', second.rows.span);
  return only.rows;
}

/** A query that itself says the name means a column of its own. */
function withoutPhantom(rows: Rows, name: string | undefined, syntax: SyntaxNode): Rows {
  if (name === undefined || new RegExp(`\\b${name}\\b`).test(syntax.text)) return rows;
  const columns = rows.columns.filter((column) => column.name.replace(/\d+$/, '') !== name);
  const outputs = columns.map((column) => ({ column, expr: columnExpr(column, rows.span) }));
  return { op: 'project', input: rows, outputs, columns, span: rows.span };
}
