/** Reading into dynamic values: d.key, d["key"], d[0], and the parts of tuples. */
import type { Expr } from '../ir';
import { coerce } from './coerce';
import type { ExprContext } from './context';
import { printAs, printExpr } from './expression';
import { operand } from './operands';
import type { CallExpr, OperatorPrinter } from './operators';
import { quoteText } from './quote';

/** A chain of constant steps becomes one JSON path: a.b[0] is read in one go. */
export function constantPath(expr: Expr): { readonly root: Expr; readonly path: string } {
  if (expr.kind !== 'call' || (expr.name !== '.' && expr.name !== '[]')) return { root: expr, path: '$' };
  const [target, key] = expr.args;
  if (!target || key?.kind !== 'literal' || (expr.name === '[]' && typeof key.value !== 'bigint'))
    return { root: expr, path: '$' };
  const inner = constantPath(target);
  // A member read off something that is itself no plain chain starts a new path there.
  if (typeof key.value === 'bigint') return { root: inner.root, path: `${inner.path}[${arrayIndex(key.value)}]` };
  return { root: inner.root, path: `${inner.path}."${String(key.value).replaceAll('"', '\\"')}"` };
}

const arrayIndex = (index: bigint): string => (index < 0n ? `#${index}` : String(index));

function member(expr: CallExpr, context: ExprContext): string {
  const { root, path } = constantPath(expr);
  if (path === '$') return computedMember(expr, context);
  return `k_get(${printAs(root, 'dynamic', context)}, ${quoteText(path)})`;
}

function computedMember(expr: CallExpr, context: ExprContext): string {
  const [target, key] = [operand(expr, 0), operand(expr, 1)];
  const from = printAs(target, 'dynamic', context);
  if (key.type === 'long' || key.type === 'int') {
    const index = printExpr(key, context);
    return `k_get(${from}, '$[' || CASE WHEN ${index} < 0 THEN '#' ELSE '' END || ${index} || ']')`;
  }
  const name = printAs(key, 'string', context);
  if (key.type === 'dynamic')
    return `k_get(${from}, CASE WHEN ${printExpr(key, context)} SIMILAR TO '-?[0-9]+' THEN '$[' || ${name} || ']' ELSE '$."' || ${name} || '"' END)`;
  return `k_get(${from}, '$."' || replace(${name}, '"', '\\"') || '"')`;
}

/** Part of a tuple-valued function, computed as an array. */
function tuplePart(expr: CallExpr, context: ExprContext): string {
  const index = operand(expr, 1);
  const position = index.kind === 'literal' ? String(index.value) : '0';
  return coerce(`k_get(${printExpr(operand(expr, 0), context)}, '$[${position}]')`, 'dynamic', expr.type);
}

/** Part of an aggregate that keeps a whole row. */
function rowField(expr: CallExpr, context: ExprContext): string {
  const index = operand(expr, 1);
  const position = index.kind === 'literal' ? String(index.value) : '0';
  const field = `(${printExpr(operand(expr, 0), context)}).f${position}`;
  return expr.type === 'string' ? `coalesce(${field}, '')` : field;
}

export const dynamicAccessPrinters: Readonly<Record<string, OperatorPrinter>> = {
  '.': member,
  '[]': member,
  tuple_part: tuplePart,
  row_field: rowField,
};
