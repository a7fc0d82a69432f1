/** An empty queue says what is filtered away, and takes it away with one press. */
import type { ReactNode } from 'react';
import { queryWords } from '@/components/queue/term-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';

export function QueueEmpty({
  noun,
  total,
  query,
  none,
  startName,
  onEverything,
  onStart,
}: {
  noun: QueueNoun<never>;
  total: number;
  query: QueueQuery;
  /** What to say when there are no rows at all. */
  none: ReactNode;
  startName: string;
  onEverything: () => void;
  onStart: () => void;
}) {
  if (total === 0) return <EmptyState title={`No ${noun.many}`}>{none}</EmptyState>;
  return (
    <EmptyState
      title={total === 1 ? `The only ${noun.one} is filtered away` : `All ${total} ${noun.many} are filtered away`}
      action={
        <span className="flex gap-2">
          <Button tone="primary" onClick={onEverything}>
            Show all {total}
          </Button>
          <Button onClick={onStart}>Back to {startName.toLowerCase()}</Button>
        </span>
      }
    >
      The filter lets through: {queryWords(query, noun).join(' · ')}.
    </EmptyState>
  );
}
