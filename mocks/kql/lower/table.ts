/** Log tables by name, bounded by the request's time span. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows, Span } from '../ir';
import { Refusal } from '../refusal';
import { argumentsOf } from './call';
import { type Context, columnExpr, freshColumn, spanOf } from './context';

export function lowerTable(node: SyntaxNode, context: Context): Rows {
  return tableRows(node.symbol?.name ?? node.simpleName, spanOf(node), context);
}

/** `table("Name")`. */
export function lowerTableFunction(node: SyntaxNode, context: Context): Rows {
  const [name] = argumentsOf(node);
  const known = name && context.names.get(name.simpleName);
  const literal = known?.kind === 'scalar' && known.expr.kind === 'literal' ? known.expr.value : name?.stringValue;
  return tableRows(String(literal ?? ''), spanOf(node), context);
}

export function tableRows(name: string, span: Span, context: Context): Rows {
  const schema = context.query.tables.get(name);
  if (!schema) throw new Refusal(`Reading ${name || 'this table'}`, span);
  const columns = schema.columns.map((column) => freshColumn(context, column.name, column.type));
  const rows: Rows = { op: 'table', table: name, columns, span };
  const condition = withinTimespan(rows, context);
  return condition ? { op: 'where', input: rows, condition, columns, span } : rows;
}

function withinTimespan(rows: Rows, context: Context): Expr | undefined {
  const { timespan } = context.query;
  const column =
    rows.columns.find(({ name }) => name === 'TimeGenerated') ?? rows.columns.find(({ name }) => name === 'Timestamp');
  if (!timespan || !column) return undefined;
  const { span } = rows;
  const ends = [timespan.start, timespan.end].map(
    (value): Expr => ({ kind: 'literal', type: 'datetime', value, span }),
  );
  return { kind: 'call', name: 'between', args: [columnExpr(column, span), ...ends], type: 'bool', span };
}
