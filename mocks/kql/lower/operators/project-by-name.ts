import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Column, Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { boundColumns, type Context, columnExpr, spanOf, toScalarType } from '../context';
import { columnsOf, outputFor } from '../expressions/outputs';

/** project-away, -keep, -reorder and -rename: the binder has worked out which columns stay and where. */
export function lowerProjectByName(node: SyntaxNode, input: Rows, context: Context): Rows {
  const byName = new Map(input.columns.map((column) => [column.name, column]));
  const renames = node.kind === 'ProjectRenameOperator' ? renamesOf(node) : new Map<string, string>();
  const outputs = boundColumns(node).map((bound) => {
    const source: Column | undefined = byName.get(renames.get(bound.name) ?? bound.name);
    if (!source) throw new Refusal(`The column ${bound.name} at this place`, spanOf(node));
    const renamed = { ...bound, type: toScalarType(bound.type) };
    return outputFor(renamed, columnExpr(source, spanOf(node)), context);
  });
  return { op: 'project', input, outputs, columns: columnsOf(outputs), span: spanOf(node) };
}

/** New name → old name. */
function renamesOf(node: SyntaxNode): Map<string, string> {
  return new Map(
    node
      .list('Expressions')
      .map((expression) => [expression.child('Name').simpleName, expression.child('Expression').simpleName]),
  );
}
