/** `evaluate`: the plugins the engine knows. Those whose columns depend on the rows come here with a schema (run/discover.ts). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { lowerBagUnpack } from './bag-unpack';
import { type Context, spanOf } from './context';
import { lowerIpLookup } from './ip-lookup';
import { lowerNarrow } from './narrow';
import { lowerPivot } from './pivot';

const plugins: Readonly<Record<string, (node: SyntaxNode, input: Rows, context: Context) => Rows>> = {
  bag_unpack: lowerBagUnpack,
  narrow: lowerNarrow,
  pivot: lowerPivot,
  ipv4_lookup: lowerIpLookup,
};

export function lowerEvaluate(node: SyntaxNode, input: Rows, context: Context): Rows {
  const name = node.child('FunctionCall').child('Name').simpleName;
  const plugin = plugins[name];
  if (!plugin) throw new Refusal(`The plugin ${name}`, spanOf(node.child('FunctionCall')));
  return plugin(node, input, context);
}
