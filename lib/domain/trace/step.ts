/** Makes one step of a trace; what is not said is nothing. */
import type { TraceStep, TraceStepName, TraceVerdict } from '@/lib/domain/trace/trace';

export function step(
  name: TraceStepName,
  verdict: TraceVerdict,
  says: string,
  rest: Partial<Pick<TraceStep, 'evidence' | 'fix' | 'at' | 'dueAt'>> = {},
): TraceStep {
  return {
    name,
    verdict,
    says,
    evidence: rest.evidence ?? [],
    fix: rest.fix ?? null,
    at: rest.at ?? null,
    dueAt: rest.dueAt ?? null,
  };
}
