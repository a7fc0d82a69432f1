/**
 * A query that a service refused, as problems at their places: the services say less about the place than Microsoft's
 * own parser, which we have, so it is asked as well.
 */
import { offsetAt } from '@/lib/domain/hunting/problem-place';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import type { LogsErrorBody } from '@/lib/wire/log-analytics/error';

/** What a service said; `place` is null when it named none. */
export type Refusal = {
  message: string;
  code: string;
  requestId: string | null;
  /** Lines from 1, columns from 0. */
  place: { line: number; column: number } | null;
};

/** The part of Log Analytics' error that knows what was wrong. */
export function innermost(error: LogsErrorBody): LogsErrorBody {
  return error.innererror ? innermost(error.innererror) : error;
}

/** What the parser finds; where it finds nothing, what the service said, at the place that it named. */
export function problemsOf(text: string, refusal: Refusal, kql: KqlKnowledge): QueryProblem[] {
  const found = kql.diagnose(text).filter((problem) => problem.severity === 'error');
  if (found.length > 0) return found;
  const { place } = refusal;
  const start = place === null ? 0 : offsetAt(text, place.line, place.column);
  const word = /^[\w'"]+/u.exec(text.slice(start))?.[0].length ?? 1;
  return [
    {
      code: refusal.code,
      message: refusal.message,
      severity: 'error',
      start,
      length: place === null ? text.length : word,
    },
  ];
}
