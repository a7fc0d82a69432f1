/**
 * How deep a query's brackets are nested. Microsoft's parser takes ever longer for nested calls and does not stop when it
 * is asked to: what is deeper than anybody writes is answered as the parser answers what is too deep for it.
 */
import type { QueryProblem } from '@/lib/kql/problem';

const deepest = 250;

export function tooDeep(text: string): QueryProblem | undefined {
  let depth = 0;
  // Texts and comments may hold any brackets.
  const pieces = /@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/.*|[([{]|[)\]}]/g;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if ('([{'.includes(piece)) depth += 1;
    else if (')]}'.includes(piece)) depth -= 1;
    if (depth > deepest) {
      const message = 'Query syntax depth exceeds maximum safe limit. Semantic analysis not performed.';
      return { code: 'KS245', message, severity: 'error', start: index, length: 1 };
    }
  }
  return undefined;
}
