/**
 * `workspace("…").T` and its kin. The tenant has one workspace; a query that names it reads it, one that names another
 * workspace, cluster or service is told that it cannot be reached.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal, SemanticError } from '../../refusal';
import { type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { lowerRows } from '../rows';

const services: Readonly<Record<string, string>> = {
  arg: 'Azure Resource Graph (arg())',
  adx: 'Azure Data Explorer (adx())',
  cluster: 'Another cluster (cluster())',
};

export function lowerPathRows(node: SyntaxNode, context: Context): Rows {
  const place = node.child('Expression');
  const name = place.kind === 'FunctionCallExpression' ? place.child('Name').simpleName : '';
  if (place.kind === 'PathExpression') return lowerPathRows(place, context);
  const service = services[name];
  if (service) throw new Refusal(service, spanOf(place));
  if (name !== 'workspace' && name !== 'database' && name !== 'app' && name !== 'resource')
    throw new Refusal(`The table expression ${node.text.slice(0, 60)}`, spanOf(node));
  const [argument] = argumentsOf(place);
  const value = argument && lowerExpr(argument, context);
  const wanted = value?.kind === 'literal' ? String(value.value) : '';
  const known = context.query.environment.workspaces.some(
    (candidate) => candidate.toLowerCase() === wanted.toLowerCase(),
  );
  if (!known) {
    throw new SemanticError(
      'SEM0056',
      `'${name}': failed to resolve '${wanted.slice(0, 80)}'. The tenant has one workspace.`,
      spanOf(place),
    );
  }
  return lowerRows(node.child('Selector'), context);
}
