import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Context, spanOf } from './context';
import { inlineFunction } from './inline-function';
import { lowerRows } from './rows';

/** `invoke f(…)`: the function's first parameter is the piped table. */
export function lowerInvoke(node: SyntaxNode, input: Rows, context: Context): Rows {
  const called = node.child('Function');
  const name = called.child('Name').simpleName;
  const binding = context.names.get(name);
  if (binding?.kind !== 'function') throw new Refusal(`invoke ${name}()`, spanOf(called));
  return inlineFunction(called, binding, context, lowerRows, { kind: 'rows', lower: () => input });
}
