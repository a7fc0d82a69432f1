import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, spanOf } from '../context';
import { inlineFunction } from '../expressions/inline-function';
import { lowerRows } from '../rows';
import { lowerDeviceFromIp, lowerSeenBy } from '../sources/device-enrichments';
import { lowerFileProfile } from '../sources/file-profile';
import { functionCalled } from '../sources/saved-function';

const enrichments: Readonly<Record<string, (node: SyntaxNode, input: Rows, context: Context) => Rows>> = {
  FileProfile: lowerFileProfile,
  SeenBy: lowerSeenBy,
  DeviceFromIP: lowerDeviceFromIp,
};

/** `invoke f(…)`: the function's first parameter is the piped table. */
export function lowerInvoke(node: SyntaxNode, input: Rows, context: Context): Rows {
  const called = node.child('Function');
  const name = called.child('Name').simpleName;
  const binding = functionCalled(called, context);
  const enrich = context.names.has(name) ? undefined : enrichments[name];
  if (!binding && enrich) return enrich(node, input, context);
  if (!binding) throw new Refusal(`invoke ${name}()`, spanOf(called));
  return inlineFunction(called, binding, context, lowerRows, { kind: 'rows', lower: () => input });
}
