import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { SemanticError } from '../../refusal';
import { type Binding, type Context, spanOf, withScope } from '../context';

/** What a call names: a function of the query's own `let`, or one that is saved. Its body comes with the call. */
export function functionCalled(node: SyntaxNode, context: Context): Extract<Binding, { kind: 'function' }> | undefined {
  const name = node.child('Name').simpleName;
  const own = context.names.get(name);
  if (own) return own.kind === 'function' ? own : undefined;
  // Without a body bound to this call there is nothing to lower: then it is no saved function.
  if (!context.query.language.functionNames().has(name) || !node.calledBody()) return undefined;
  const problem = context.query.language.problemOf(name);
  if (problem)
    throw new SemanticError('SEM0100', `The saved function '${name}' has an error: ${problem.message}`, spanOf(node));
  const declaration = context.query.language.declarationOf(name);
  // A saved function sees none of the query's names.
  return declaration && { kind: 'function', declaration, context: withScope({ ...context, names: new Map() }, []) };
}
