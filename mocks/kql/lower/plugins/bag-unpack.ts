import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Expr, Output, Rows, Span } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { boundColumns, type Context, columnExpr, spanOf, toScalarType } from '../context';
import { lowerExpr } from '../expressions/expression';
import { columnsOf, outputFor } from '../expressions/outputs';
import { pluginArguments } from './plugin-arguments';

export type BagUnpack = {
  readonly bag: Expr;
  readonly prefix: string;
  /** What happens when a key is called like a column of the input. */
  readonly conflict: 'error' | 'replace_source' | 'keep_source';
  readonly ignored: ReadonlySet<string>;
};

const conflicts = ['error', 'replace_source', 'keep_source'] as const;

/** `bag_unpack(Bag [, OutputColumnPrefix] [, columnsConflict] [, ignoredProperties])`, each by its place or its name. */
export function readBagUnpack(node: SyntaxNode, context: Context): BagUnpack {
  const { positional, named } = pluginArguments(node);
  const [bagNode, ...places] = positional;
  if (!bagNode) throw new Refusal('bag_unpack() of nothing', spanOf(node));
  const constant = (place: number, name: string): string | undefined => {
    const given = places[place] ?? named.get(name);
    const value = given && lowerExpr(given, context);
    if (!value) return undefined;
    if (value.kind !== 'literal' || (value.value !== null && typeof value.value !== 'string'))
      throw new Refusal(`This ${name} of bag_unpack()`, value.span);
    return value.value ?? undefined;
  };
  const wanted = constant(1, 'columnsConflict') ?? 'error';
  const conflict = conflicts.find((known) => known === wanted);
  if (!conflict) {
    throw new SemanticError(
      'SEM0500',
      `bag_unpack(): columnsConflict is one of ${conflicts.join(', ')}.`,
      spanOf(node),
    );
  }
  const ignored: unknown = JSON.parse(constant(2, 'ignoredProperties') ?? '[]');
  return {
    bag: lowerExpr(bagNode, context),
    prefix: constant(0, 'OutputColumnPrefix') ?? '',
    conflict,
    ignored: new Set(Array.isArray(ignored) ? ignored.map(String) : []),
  };
}

/** With a schema: a column per key; columns the input has already are its own. */
export function lowerBagUnpack(node: SyntaxNode, input: Rows, context: Context): Rows {
  const span = spanOf(node);
  const unpack = readBagUnpack(node, context);
  const { bag } = unpack;
  const outputs = boundColumns(node).map((bound): Output => {
    const own = input.columns.find((column) => column.name === bound.name);
    if (own && !(bag.kind === 'column' && own.id === bag.column.id))
      return { column: own, expr: columnExpr(own, span) };
    return outputFor({ name: bound.name, type: toScalarType(bound.type) }, slot(unpack, bound.name, span), context);
  });
  return { op: 'project', input, outputs, columns: columnsOf(outputs), span };
}

/** The bag's value for a column of the result; null where no key can make such a column. */
function slot({ bag, prefix, ignored }: BagUnpack, column: string, span: Span): Expr {
  const name = column.slice(prefix.length);
  if (!column.startsWith(prefix) || ignored.has(name)) return { kind: 'literal', type: 'dynamic', value: null, span };
  const key: Expr = { kind: 'literal', type: 'string', value: name, span };
  return { kind: 'call', name: '.', args: [bag, key], type: 'dynamic', span };
}
