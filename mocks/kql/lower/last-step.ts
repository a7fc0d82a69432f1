/** Whether the query's result has a step's columns as they are: nothing after it names, adds or counts columns. */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';

const passesOn = new Set(['FilterOperator', 'SortOperator', 'TakeOperator', 'TopOperator', 'RenderOperator']);

export function isLastStep(node: SyntaxNode): boolean {
  let above = node.parent;
  while (above?.kind === 'PipeExpression') {
    const operator = above.child('Operator');
    if (operator.start !== node.start && !passesOn.has(operator.kind)) return false;
    above = above.parent;
  }
  return above?.kind === 'ExpressionStatement';
}
