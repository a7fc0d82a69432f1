/** `graph-to-table`: the nodes or the edges of a graph as a table. https://learn.microsoft.com/kusto/query/graph-to-table-operator */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { passOn, projectOf } from '../build-rows';
import { type Context, spanOf } from '../context';
import { lowerGraph } from './graph';

export function lowerGraphToTable(pipe: SyntaxNode, context: Context): Rows {
  const node = pipe.child('Operator');
  const [clause, second] = node.list('OutputClause');
  if (!clause || second) throw new Refusal('graph-to-table of both tables', spanOf(node));
  const [hash] = clause.list('Parameters');
  if (hash) throw new Refusal(hash.child('Name').simpleName, spanOf(hash));
  const graph = lowerGraph(pipe.child('Expression'), context);
  const ofNodes = clause.child('EntityKeyword').text.toLowerCase() === 'nodes';
  const rows = ofNodes ? graph.nodes() : graph.edges();
  return projectOf(rows, passOn(rows.columns.slice(ofNodes ? 1 : 3), spanOf(node)));
}
