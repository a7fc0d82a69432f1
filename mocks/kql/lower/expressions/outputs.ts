/**
 * Expressions that become columns, matched with the binder's columns by position: the binder knows Kusto's rules for
 * names (count_, Column1, d_foo, percentile_x_95), so nothing here invents one.
 */
import type { BoundColumn } from '@/lib/kql/parser/bound-type';
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Expr, Output } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, freshColumn, spanOf, toScalarType } from '../context';
import { lowerExpr } from './expression';

/** Explicit names of an expression: none, one, or the several of `(a, b) = f()`. */
export function namesOf(node: SyntaxNode): string[] {
  if (node.kind === 'SimpleNamedExpression') return [node.child('Name').simpleName];
  if (node.kind === 'CompoundNamedExpression') {
    return node
      .child('Names')
      .list('Names')
      .map((name) => name.simpleName);
  }
  return [];
}

export const unnamed = (node: SyntaxNode): SyntaxNode =>
  node.kind === 'SimpleNamedExpression' || node.kind === 'CompoundNamedExpression' ? node.child('Expression') : node;

/** What an expression contributes: one value, or one per column of a tuple-valued function. */
export function lowerParts(node: SyntaxNode, context: Context): Expr[] {
  const value = unnamed(node);
  const tuple = value.type.columns;
  const lowered = lowerExpr(value, context);
  if (!tuple || lowered.kind === 'scalar-rows') return [lowered];
  return tuple.map((column, index) => tuplePart(lowered, index, column));
}

function tuplePart(tuple: Expr, index: number, column: BoundColumn): Expr {
  const position: Expr = { kind: 'literal', type: 'long', value: BigInt(index), span: tuple.span };
  const whole = asDynamic(tuple);
  return {
    kind: 'call',
    name: 'tuple_part',
    args: [whole, position],
    type: toScalarType(column.type),
    span: tuple.span,
  };
}

/** A tuple travels as a dynamic array. */
const asDynamic = (tuple: Expr): Expr =>
  tuple.kind === 'call' || tuple.kind === 'aggregate' ? { ...tuple, type: 'dynamic' } : tuple;

export function outputFor(bound: BoundColumn, expr: Expr, context: Context): Output {
  const type = toScalarType(bound.type);
  // A column passed on under its own name keeps its identity.
  if (expr.kind === 'column' && expr.column.name === bound.name && expr.type === type)
    return { column: expr.column, expr };
  return { column: freshColumn(context, bound.name, type), expr };
}

/** Pairs lowered parts with the binder's columns; a mismatch means a construct this engine misreads, so it is refused. */
export function matchOutputs(
  bound: readonly BoundColumn[],
  parts: readonly Expr[],
  node: SyntaxNode,
  context: Context,
): Output[] {
  if (bound.length !== parts.length) throw new Refusal(`This form of ${node.kind}`, spanOf(node));
  const outputs = bound.map((column, index) => {
    const part = parts[index];
    if (!part) throw new Refusal(`This form of ${node.kind}`, spanOf(node));
    return outputFor(column, part, context);
  });
  return withDistinctIds(outputs, context);
}

/** The same column given out twice needs two identities. */
export function withDistinctIds(outputs: readonly Output[], context: Context): Output[] {
  const seen = new Set<string>();
  return outputs.map((output) => {
    if (!seen.has(output.column.id)) {
      seen.add(output.column.id);
      return output;
    }
    return { ...output, column: freshColumn(context, output.column.name, output.column.type) };
  });
}

export const columnsOf = (outputs: readonly Output[]): Column[] => outputs.map((output) => output.column);
