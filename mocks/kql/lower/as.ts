import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import type { Context } from './context';

/** `as` names its input for what follows and for withsource; the rows pass through. */
export function lowerAs(_node: SyntaxNode, input: Rows, _context: Context): Rows {
  return input;
}
