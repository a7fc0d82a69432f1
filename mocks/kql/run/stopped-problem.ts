/** What is said of a query that was stopped, wherever that happened: apart, so that the tenant loads no engine to say it. */
import type { QueryProblem } from '@/lib/kql/problem';

export type StoppedBecause = 'cancelled' | 'timeout';

const said: Readonly<Record<StoppedBecause, { readonly code: string; readonly message: string }>> = {
  cancelled: { code: 'E_QUERY_CANCELLED', message: 'The query was cancelled.' },
  timeout: { code: 'E_QUERY_TIMEOUT', message: 'The query took longer than it may.' },
};

export const stoppedProblem = (why: StoppedBecause, text: string): QueryProblem => ({
  ...said[why],
  severity: 'error',
  start: 0,
  length: text.length,
});
