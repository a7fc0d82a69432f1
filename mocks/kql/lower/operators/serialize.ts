import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import type { Context } from '../context';
import { extended } from './extend';

/** `serialize`: the rows' order as it stands, with columns added as by extend. */
export function lowerSerialize(node: SyntaxNode, input: Rows, context: Context): Rows {
  const expressions = node.list('Expressions');
  return expressions.length === 0 ? input : extended(node, expressions, input, context);
}
