import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import type { Context } from '../context';

/** `render` changes no row: the last one's chart, title and axes go along with the result. */
export function lowerRender(node: SyntaxNode, input: Rows, context: Context): Rows {
  noteRender(node, context);
  return input;
}

export function noteRender(node: SyntaxNode, context: Context): void {
  const properties = new Map(
    (node.optional('WithClause')?.list('Properties') ?? node.list('Parameters')).map((property) => [
      property.child('Name').simpleName.toLowerCase(),
      property.child('Expression'),
    ]),
  );
  const title = properties.get('title')?.stringValue;
  const xColumn = properties.get('xcolumn')?.simpleName;
  const series = properties
    .get('series')
    ?.text.split(',')
    .map((name) => name.trim());
  context.query.render = {
    visualization: node.child('ChartType').text,
    ...(title !== undefined && { title }),
    ...(xColumn !== undefined && { xColumn }),
    ...(series !== undefined && { series }),
  };
}
