import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, spanOf } from '../context';
import { columnsOf, matchOutputs } from '../expressions/outputs';
import { apartFrom } from '../fresh-ids';
import { parameterWord } from '../parameters';
import { lowerRows } from '../rows';
import { lowerConditions } from './join';

/** `lookup`: a left outer join (or inner) that leaves out the right side's keys. */
export function lowerLookup(node: SyntaxNode, left: Rows, context: Context): Rows {
  const kind = parameterWord(node, 'kind') ?? 'leftouter';
  if (kind !== 'leftouter' && kind !== 'inner') throw new Refusal(`lookup kind=${kind}`, spanOf(node));
  const right = apartFrom(lowerRows(node.child('Expression'), context), left, context);
  const on = lowerConditions(node.optional('LookupClause'), left, right, context);
  const keys = new Set(on.map((condition) => (condition.right.kind === 'column' ? condition.right.column.id : '')));
  const kept = [...left.columns, ...right.columns.filter((column) => !keys.has(column.id))];
  const parts = kept.map((column) => columnExpr(column, spanOf(node)));
  const outputs = matchOutputs(boundColumns(node), parts, node, context);
  return { op: 'join', kind, left, right, on, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}
