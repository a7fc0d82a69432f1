'use client';
/** Below the editor: the way in, the answer, or why there is none. */
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Skeleton } from '@/components/ui/skeleton';
import type { QueryProblem } from '@/lib/domain/hunting/result-table';
import type { RunRequest, RunState } from '../query/use-run';
import { GettingStarted } from './getting-started';
import { ResultGrid } from './result-grid';
import { RunFailure } from './run-failure';
import { tookWords } from './run-words';

type Props = {
  state: RunState;
  onJump: (problem: QueryProblem) => void;
  onRetry: (request: RunRequest) => void;
  onFilter: (line: string) => void;
};

/** Counts only once it has become a wait. */
function Running({ startedAt }: { startedAt: number }) {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), 250);
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <div aria-busy>
      <p className="flex h-8 items-center border-b px-4 text-muted">
        Running{elapsedMs < 1_000 ? '' : ` for ${tookWords(elapsedMs)}`}
      </p>
      <div className="flex flex-col">
        {['w-3/4', 'w-2/3', 'w-4/5', 'w-1/2', 'w-3/5'].map((width) => (
          <div key={width} className="flex h-8 items-center border-b px-4">
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Content({ state, onJump, onRetry, onFilter }: Props) {
  switch (state.kind) {
    case 'idle':
      return <GettingStarted />;
    case 'running':
      return <Running startedAt={state.startedAt} />;
    case 'answered': {
      const { table } = state.outcome;
      return (
        <>
          {table.notice === null ? null : <Banner tone="warning" title={table.notice} />}
          <ResultGrid table={table} onFilter={onFilter} />
        </>
      );
    }
    default:
      return <RunFailure state={state} onJump={onJump} onRetry={onRetry} />;
  }
}

export function ResultsPane(props: Props) {
  return (
    <section
      aria-label="Query results"
      data-pane="results"
      tabIndex={-1}
      className={`flex min-h-0 flex-1 flex-col outline-offset-[-2px] ${props.state.kind === 'answered' ? '' : 'overflow-y-auto'}`}
    >
      <Content {...props} />
    </section>
  );
}
