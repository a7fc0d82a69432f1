'use client';
/** What is wrong with the query, below the editor: Kusto's code and message, a jump to its place, a repair where one is sure. */
import { Wrench } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Diagnostic, Fix } from '@/lib/kql/diagnostic';

type Props = {
  problems: readonly Diagnostic[];
  /** The text that the problems' places belong to. */
  text: string;
  onJump: (problem: Diagnostic) => void;
  onFix: (fixes: readonly Fix[]) => void;
};

function placeOf(text: string, start: number): string {
  const before = text.slice(0, start).split('\n');
  return `Ln ${before.length}, Col ${(before.at(-1)?.length ?? 0) + 1}`;
}

export function ProblemList({ problems, text, onJump, onFix }: Props) {
  if (problems.length === 0) return null;
  // Errors alone are repaired together: advice is taken one by one.
  const fixes = problems.filter(({ severity }) => severity === 'error').flatMap((problem) => problem.fixes.slice(0, 1));
  return (
    <section aria-label="Problems" className="max-h-32 shrink-0 overflow-y-auto border-t bg-panel">
      <ul>
        {problems.map((problem) => {
          const [fix] = problem.fixes;
          return (
            <li key={`${problem.code}-${problem.start}-${problem.message}`} className="flex items-center gap-2 pr-2">
              <button
                type="button"
                onClick={() => onJump(problem)}
                className="flex min-h-7 min-w-0 flex-1 items-baseline gap-2 px-3 py-1 text-left outline-offset-[-2px] hover:bg-hover"
              >
                <span
                  className={`shrink-0 font-mono text-small ${problem.severity === 'error' ? 'text-danger' : 'text-warning'}`}
                >
                  {problem.code || problem.severity}
                </span>
                <span className="min-w-0 flex-1">{problem.message}</span>
                <span className="shrink-0 text-muted text-small">{placeOf(text, problem.start)}</span>
              </button>
              {fix === undefined ? null : (
                <Button size="small" tone="quiet" icon={Wrench} onClick={() => onFix([fix])}>
                  {fix.title}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {fixes.length < 2 ? null : (
        <div className="border-t px-3 py-1">
          <Button size="small" icon={Wrench} onClick={() => onFix(fixes)}>
            Fix all {fixes.length}
          </Button>
        </div>
      )}
    </section>
  );
}
