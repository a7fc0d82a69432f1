/** Log tables by name, bounded by the request's time span and by what reached the workspace. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Rows, Span } from '../../ir';
import { Refusal } from '../../refusal';
import { msToTicks } from '../../ticks';
import { type Context, columnExpr, freshColumn, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { withoutOrder } from '../serialized';

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
  const rows = { op: 'table', table: name, columns, span } as const;
  const seen = conditions(rows, context).reduce<Rows>(
    (input, condition) => ({ op: 'where', input, condition, columns, span }),
    rows,
  );
  return withoutOrder(seen);
}

/** No event is later than this. */
const endOfTime = msToTicks(Date.parse('9999-12-31T23:59:59Z'));

function conditions(rows: Rows & { readonly table: string }, context: Context): Expr[] {
  const { timespan, inWorkspace, environment } = context.query;
  const { span } = rows;
  const column =
    rows.columns.find(({ name }) => name === 'TimeGenerated') ?? rows.columns.find(({ name }) => name === 'Timestamp');
  if (!column) return [];
  const time = (name: 'between' | '!between', ...ends: readonly [bigint, bigint]): Expr => {
    const literals = ends.map((value): Expr => ({ kind: 'literal', type: 'datetime', value, span }));
    return { kind: 'call', name, args: [columnExpr(column, span), ...literals], type: 'bool', span };
  };
  const absences = inWorkspace ? environment.absences.filter(({ table }) => table === rows.table) : [];
  return [
    ...(timespan ? [time('between', timespan.start, timespan.end)] : []),
    ...absences.map(({ from, until }) =>
      time('!between', msToTicks(Date.parse(from)), until === null ? endOfTime : msToTicks(Date.parse(until)) - 1n),
    ),
  ];
}
