/** Repairs that are certain enough for one key: so far `=` where a comparison was meant. */
import type { QueryProblem } from '@/lib/kql/problem';

export type QuickFix = { title: string; start: number; length: number; replacement: string };

/** "The expression must have the type bool": what Kusto says of `where FileName = "a.exe"`. */
const notBool = 'KS141';

export function quickFixOf(problem: QueryProblem, text: string): QuickFix | null {
  if (problem.code !== notBool) return null;
  const expression = text.slice(problem.start, problem.start + problem.length);
  const assignment = /^\s*[A-Za-z_][\w.]*(?:\[[^\]]*\])*\s*(?==(?![=~]))/u.exec(expression);
  if (assignment === null) return null;
  return {
    title: 'Compare with ==',
    start: problem.start + assignment[0].length,
    length: 1,
    replacement: '==',
  };
}
