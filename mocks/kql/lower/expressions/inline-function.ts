/** A call of a user's function is its body with the arguments bound to its parameters; the binder re-binds it per call. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { Refusal, SemanticError, tooComplex } from '../../refusal';
import { type Binding, type Context, spanOf } from '../context';
import { lowerLet } from '../let';
import { NeedsColumns } from '../needs-columns';
import { isTabular, lowerRows } from '../rows';
import { argumentsOf } from './call';
import { lowerExpr } from './expression';

const maxDepth = 32;
/** Calls as arguments of calls double as well as lets do. */
const mostCalls = 2000;
const calls = new WeakMap<Context['query'], number>();

type FunctionBinding = Extract<Binding, { kind: 'function' }>;

export function inlineFunction<T>(
  node: SyntaxNode,
  binding: FunctionBinding,
  caller: Context,
  lowerBody: (body: SyntaxNode, context: Context) => T,
  piped?: Binding,
): T {
  const body = node.calledBody() ?? binding.declaration.child('Body');
  if (caller.query.depth >= maxDepth) throw new Refusal('A function that calls itself', spanOf(node));
  const called = (calls.get(caller.query) ?? 0) + 1;
  if (called > mostCalls) throw tooComplex(spanOf(node));
  calls.set(caller.query, called);
  caller.query.depth += 1;
  try {
    let inside: Context = { ...caller, names: bindParameters(node, binding, caller, piped) };
    for (const statement of body.list('Statements')) inside = lowerLet(statement, inside);
    return lowerBody(body.child('Expression'), inside);
  } catch (cause) {
    if (cause instanceof NeedsColumns)
      cause.leave(node.child('Name').simpleName, body, binding.declaration.child('Body'));
    // The body's positions are not positions of the query: what is wrong inside is shown at the call.
    if (cause instanceof Refusal || cause instanceof SemanticError) Object.assign(cause.problem, spanOf(node));
    throw cause;
  } finally {
    caller.query.depth -= 1;
  }
}

function bindParameters(node: SyntaxNode, binding: FunctionBinding, caller: Context, piped: Binding | undefined) {
  const parameters = binding.declaration.child('Parameters').list('Parameters');
  const names = new Map(binding.context.names);
  const given = argumentsOf(node);
  const positional = given.filter((argument) => argument.kind !== 'SimpleNamedExpression');
  for (const parameter of parameters) {
    const name = parameter.child('NameAndType').child('Name').simpleName;
    if (piped && parameter === parameters[0]) {
      names.set(name, piped);
      continue;
    }
    const named = given.find(
      (argument) => argument.optional('Name')?.simpleName === name && argument.kind === 'SimpleNamedExpression',
    );
    const argument = named?.child('Expression') ?? positional.shift();
    const fallback = parameter.optional('DefaultValue')?.optional('Value');
    const value = argument ?? fallback;
    if (!value) throw new Refusal(`Leaving out the argument ${name}`, spanOf(node));
    names.set(name, bindArgument(value, argument ? caller : binding.context));
  }
  return names;
}

export function bindArgument(value: SyntaxNode, context: Context): Binding {
  if (isTabular(value)) return { kind: 'rows', lower: () => lowerRows(value, context) };
  return { kind: 'scalar', expr: lowerExpr(value, context) };
}
