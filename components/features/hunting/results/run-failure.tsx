'use client';
/** A run without a table: refused by Kusto, not answered by a service, or cancelled. Never a stack. */
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import { apiName } from '../query/routing-words';
import type { RunRequest, RunState } from '../query/use-run';
import { timeText } from './cell-text';
import { cancelledWords, countWords } from './run-words';

type Props = {
  state: Extract<RunState, { kind: 'refused' | 'unreachable' | 'cancelled' }>;
  onJump: (problem: QueryProblem) => void;
  onRetry: (request: RunRequest) => void;
};

const clock = (iso: string) => `${timeText(iso, 'utc').slice(11, 19)} UTC`;

function Problems({ problems, onJump }: { problems: readonly QueryProblem[]; onJump: Props['onJump'] }) {
  return (
    <ul className="text-left">
      {problems.map((problem) => (
        <li key={`${problem.code}-${problem.start}-${problem.message}`}>
          <button
            type="button"
            onClick={() => onJump(problem)}
            className="min-h-6 rounded-small px-1 text-left hover:bg-hover"
          >
            <span className="font-mono text-danger text-small">{problem.code}</span> {problem.message}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function RunFailure({ state, onJump, onRetry }: Props) {
  if (state.kind === 'cancelled') {
    return <EmptyState title={cancelledWords(state.afterMs)}>The service was told to stop as well.</EmptyState>;
  }
  const retry = (
    <Button onClick={() => onRetry(state.request)} className="mt-1">
      Run it again
    </Button>
  );
  if (state.kind === 'unreachable') {
    return (
      <EmptyState title="The console’s server could not be reached" action={retry}>
        <p>
          Failing since {clock(state.since)}. The query is kept. {state.reason}
        </p>
      </EmptyState>
    );
  }
  const { outcome, since } = state;
  const who = apiName[outcome.api];
  if (since === null) {
    return (
      <EmptyState title={`${who} refused the query: ${countWords(outcome.problems.length, 'problem')}`}>
        <Problems problems={outcome.problems} onJump={onJump} />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`${who} did not answer the query`} action={retry}>
      <p>{outcome.message}</p>
      <p className="mt-1 text-small">
        Failing since {clock(since)}. The other APIs are not affected.
        {outcome.requestId === null ? null : (
          <>
            {' '}
            Request id <span className="font-mono">{outcome.requestId}</span>
          </>
        )}
      </p>
    </EmptyState>
  );
}
