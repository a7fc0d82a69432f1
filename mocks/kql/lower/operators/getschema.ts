import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, LiteralValue, Rows, ScalarType } from '../../ir';
import { boundColumns, type Context, freshColumns, spanOf } from '../context';

const netTypes: Readonly<Record<ScalarType, string>> = {
  string: 'System.String',
  long: 'System.Int64',
  int: 'System.Int32',
  real: 'System.Double',
  bool: 'System.SByte',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  dynamic: 'System.Object',
  guid: 'System.Guid',
  decimal: 'System.Data.SqlTypes.SqlDecimal',
};

/** `getschema`: a row per column of the input; no row of the input is read. */
export function lowerGetSchema(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const literal = (type: ScalarType, value: LiteralValue): Expr => ({ kind: 'literal', type, value, span });
  const rows = input.columns.map((column, index) => [
    literal('string', column.name),
    literal('int', BigInt(index)),
    literal('string', netTypes[column.type]),
    literal('string', column.type),
  ]);
  return { op: 'values', rows, columns: freshColumns(context, boundColumns(node)), span };
}
