import type { Column, JoinKind } from '../ir';
import { type Block, idsOf, selectText } from './block';
import { bothSides } from './comparison';
import type { ExprContext, PrintState } from './context';
import { printExpr } from './expression';
import { alias, inBlock, open, type RowsOf } from './op';
import { quoteId } from './quote';
import { printRows } from './rows';

const joins: Readonly<Record<JoinKind, string>> = {
  innerunique: 'JOIN',
  inner: 'JOIN',
  leftouter: 'LEFT JOIN',
  rightouter: 'RIGHT JOIN',
  fullouter: 'FULL JOIN',
  leftsemi: 'SEMI JOIN',
  rightsemi: 'SEMI JOIN',
  leftanti: 'ANTI JOIN',
  rightanti: 'ANTI JOIN',
};

/** Which side's rows may be made up of nulls. */
const madeUp: Readonly<Partial<Record<JoinKind, readonly ('left' | 'right')[]>>> = {
  leftouter: ['right'],
  rightouter: ['left'],
  fullouter: ['left', 'right'],
};

/** Two sides side by side in a SELECT of their own, since what filters it afterwards must not reach into an outer join. */
export function printJoin(rows: RowsOf<'join'>, state: PrintState): Block {
  const swapped = rows.kind === 'rightsemi' || rows.kind === 'rightanti';
  const left = side(rows, 'left', state);
  const right = side(rows, 'right', state);
  const context: ExprContext = { state, column: quoteId, order: '' };
  // Rule 6: null keys match each other.
  const conditions = rows.on.map((condition) => {
    const [a, b] = bothSides(condition.left, condition.right, context);
    return condition.left.type === 'string' && condition.right.type === 'string'
      ? `${a} = ${b}`
      : `${a} IS NOT DISTINCT FROM ${b}`;
  });
  const on = conditions.join(' AND ') || 'TRUE';
  const [first, second] = swapped ? [right, left] : [left, right];
  const columns = new Map<string, string>();
  for (const output of rows.outputs) columns.set(output.column.id, outputSql(output.expr, rows, context));
  const joined: Block = {
    from: `${first} ${joins[rows.kind]} ${second} ON ${on}`,
    columns,
    where: [],
    order: [],
    sealed: true,
  };
  const ids = idsOf(rows.columns);
  return {
    from: `(${selectText(joined, ids)}) AS ${alias(state)}`,
    columns: new Map(ids.map((id) => [id, quoteId(id)])),
    where: [],
    order: [],
    sealed: false,
  };
}

/** Text is never null, also where an outer join has no row. */
function outputSql(
  expr: RowsOf<'join'>['outputs'][number]['expr'],
  rows: RowsOf<'join'>,
  context: ExprContext,
): string {
  const sql = printExpr(expr, context);
  if (expr.type !== 'string' || expr.kind !== 'column') return sql;
  const isLeft = rows.left.columns.some((column: Column) => column.id === expr.column.id);
  return madeUp[rows.kind]?.includes(isLeft ? 'left' : 'right') ? `coalesce(${sql}, '')` : sql;
}

function side(rows: RowsOf<'join'>, which: 'left' | 'right', state: PrintState): string {
  const input = rows[which];
  const block = open(printRows(input, state), input, state);
  const ids = idsOf(input.columns);
  if (which === 'right' || rows.kind !== 'innerunique') return `(${selectText(block, ids)}) AS ${alias(state)}`;
  // innerunique: one left row per key.
  const context = inBlock(block, state);
  const keys = rows.on.map((condition) => printExpr(condition.left, context));
  return `(${selectText({ ...block, distinctOn: keys.join(', ') }, ids)}) AS ${alias(state)}`;
}
