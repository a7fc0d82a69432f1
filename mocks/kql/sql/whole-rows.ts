/**
 * arg_max, arg_min and take_any over a log table: the number of the row to keep is aggregated, and only those rows are
 * read. Carrying every column through the aggregate costs ten times as much.
 */
import type { Expr, Output } from '../ir';
import { type Block, idsOf } from './block';
import { columnIds } from './column-ids';
import type { ExprContext, PrintState } from './context';
import { printAs, printExpr } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

type Aggregate = Extract<Expr, { kind: 'aggregate' }>;

/** The aggregate that an output takes its column from, and which of its arguments that is. */
function rowField(output: Output): { readonly from: Aggregate; readonly value: Expr } | undefined {
  const { expr } = output;
  if (expr.kind !== 'call' || expr.name !== 'row_field') return undefined;
  const [from, index] = expr.args;
  if (from?.kind !== 'aggregate' || index?.kind !== 'literal') return undefined;
  const value = from.args[Number(index.value)];
  return value && { from, value };
}

/** Whether a FROM names one log table, whose rows have numbers. */
export const isStored = (from: string): boolean => /^logs\."(?:[^"]|"")+"$/.test(from);
const isDeterministic = (expr: Expr): boolean => expr.kind === 'column' || expr.kind === 'literal';

function rowNumber(from: Aggregate, context: ExprContext): string {
  const [by] = from.args;
  if (!by || !from.name.startsWith('arg_')) return 'first(rowid)';
  const key = printExpr(by, context);
  // NaN wins both ways; a group whose keys are all null still has a row.
  const ofNaN = by.type === 'real' ? `first(rowid) FILTER (WHERE isnan(${key})), ` : '';
  return `coalesce(${ofNaN}${from.name}(rowid, ${key}), first(rowid))`;
}

/** Undefined when the aggregates are others, or the rows are not those of one stored table. */
export function printWholeRows(rows: RowsOf<'summarize'>, state: PrintState): Block | undefined {
  const fields = rows.aggregates.map(rowField);
  const whole = fields.find((field) => field !== undefined)?.from;
  if (!whole || fields.some((field) => field && field.from !== whole)) return undefined;
  if (!fields.every((field) => !field || isDeterministic(field.value))) return undefined;
  const before = { alias: state.nextAlias, shared: new Map(state.shared) };
  const block = open(printRows(rows.input, state), rows.input, state);
  const plain = [...columnIds(whole)].every((id) =>
    /^(?:"(?:[^"]|"")+"|''|CAST\(NULL AS \w+\))$/.test(block.columns.get(id) ?? ''),
  );
  if (!isStored(block.from) || !plain) {
    state.nextAlias = before.alias;
    return undefined;
  }
  const context = inBlock(block, state);
  const [kept, table] = [alias(state), alias(state)];
  const outside: ExprContext = {
    ...context,
    column: (id) => {
      const sql = block.columns.get(id) ?? quoteId(id);
      return sql.startsWith('"') ? `${table}.${sql}` : sql;
    },
  };
  const groups = rows.keys.map((key) => `${printAs(key.expr, key.column.type, context)} AS ${quoteId(key.column.id)}`);
  const others = rows.aggregates.flatMap((output, index) =>
    fields[index] ? [] : [`${printAs(output.expr, output.column.type, context)} AS ${quoteId(output.column.id)}`],
  );
  const inner = [
    `SELECT ${[...groups, ...others, `${rowNumber(whole, context)} AS "row~"`].join(', ')}`,
    `FROM ${block.from}`,
    block.where.length > 0 ? `WHERE ${block.where.join(' AND ')}` : '',
    groups.length > 0 ? `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}` : '',
  ];
  const columns = new Map<string, string>();
  for (const key of rows.keys) columns.set(key.column.id, `${kept}.${quoteId(key.column.id)}`);
  rows.aggregates.forEach((output, index) => {
    const field = fields[index];
    const id = output.column.id;
    columns.set(id, field ? printAs(field.value, output.column.type, outside) : `${kept}.${quoteId(id)}`);
  });
  // Without keys there is one row, also of nothing.
  const join = rows.keys.length > 0 ? 'JOIN' : 'RIGHT JOIN';
  const list = idsOf(rows.columns).map((id) => `${columns.get(id) ?? 'NULL'} AS ${quoteId(id)}`);
  const text = `SELECT ${list.join(', ')} FROM ${block.from} AS ${table} ${join} (${inner.filter(Boolean).join('\n')}) AS ${kept} ON ${table}.rowid = ${kept}."row~"`;
  return {
    from: `(${text}) AS ${alias(state)}`,
    columns: new Map(idsOf(rows.columns).map((id) => [id, quoteId(id)])),
    where: [],
    order: [],
    sealed: false,
  };
}
