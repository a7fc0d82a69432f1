/**
 * How large a query grows when each name of its `let`s is replaced by what it stands for: names that use the one before
 * twice double it every time. Kusto rejects such a query when the tree of its operators has grown too large. Microsoft's
 * parser, which ours is, works through the whole tree first and doesn't stop when it is asked to, so it is not asked.
 * Kusto's own limit isn't published: this one is reached in a second or two.
 * https://learn.microsoft.com/kusto/concepts/query-limits#limit-on-query-complexity
 */
import type { QueryProblem } from '@/lib/kql/problem';
import { tooComplex } from '../refusal';

/** How often a query may use its own names, uses inside them counted for each use of theirs. */
const mostUses = 4000;

/** Texts and comments, a let with its name, names that are no members, and what ends a statement. */
const pieces =
  /@"(?:[^"]|"")*"|@'(?:[^']|'')*'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/.*|\blet\s+(?<named>\w+)\s*=|(?<![\w.])(?<name>[A-Za-z_]\w*)|(?<open>[([{])|(?<close>[)\]}])|;/g;

type Statement = { readonly name: string; readonly depth: number; uses: number };

export function tooManyUses(text: string): QueryProblem | undefined {
  const uses = new Map<string, number>();
  const whole: Statement = { name: '', depth: -1, uses: 0 };
  const inside: Statement[] = [];
  let depth = 0;
  const end = (atLeast: number): void => {
    for (let last = inside.at(-1); last && last.depth >= atLeast; last = inside.at(-1)) {
      inside.pop();
      uses.set(last.name, last.uses + 1);
    }
  };
  for (const { 0: piece, index, groups } of text.matchAll(pieces)) {
    if (groups?.named) inside.push({ name: groups.named, depth, uses: 0 });
    else if (groups?.name) {
      const statement = inside.at(-1) ?? whole;
      statement.uses += uses.get(piece) ?? 0;
      if (statement.uses > mostUses) return tooComplex({ start: index, length: piece.length }).problem;
    } else if (groups?.open) depth += 1;
    else if (groups?.close) {
      end(depth);
      depth -= 1;
    } else if (piece === ';') end(depth);
  }
  return undefined;
}
