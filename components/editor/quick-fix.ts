/** Repairs for what a service said: it knows no more than Kusto's code and place. */
import type { Diagnostic } from '@/lib/kql/diagnostic';
import { assignmentFixes } from '@/lib/kql/lints/assignment';
import type { QueryProblem } from '@/lib/kql/problem';

export function toDiagnostics(problems: readonly QueryProblem[], text: string): readonly Diagnostic[] {
  const fixes = assignmentFixes(text, problems);
  return problems.map((problem) => {
    const fix = fixes.get(problem);
    return { ...problem, fixes: fix ? [fix] : [] };
  });
}
