/** Arguments of a plugin: the positional ones, and those by name (columnsConflict='replace_source'). */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { argumentsOf } from '../expressions/call';

export type PluginArguments = {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
};

export function pluginArguments(node: SyntaxNode): PluginArguments {
  const all = argumentsOf(node.child('FunctionCall'));
  const isNamed = (argument: SyntaxNode) => argument.kind === 'SimpleNamedExpression';
  return {
    positional: all.filter((argument) => !isNamed(argument)),
    named: new Map(
      all.filter(isNamed).map((argument) => [argument.child('Name').simpleName, argument.child('Expression')]),
    ),
  };
}
