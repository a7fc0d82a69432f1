/** An empty queue says what is filtered away, takes it away with one press, and leads to whoever knows why something is missing. */
import { Route } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { queryWords } from '@/components/queue/filter/term-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';
import { isFieldTerm, type QueueQuery } from '@/lib/domain/queue/queue-query';
import { type MissedIn, tracePath } from '@/lib/routes/paths';

/** What was looked for: the words that were typed, else the id. */
function soughtText(query: QueueQuery): string {
  const plain = query.filter((term) => !term.negated);
  const words = plain.flatMap((term) => (isFieldTerm(term) ? [] : [term.text]));
  if (words.length > 0) return words.join(' ');
  const id = plain.filter(isFieldTerm).find(({ field }) => field === 'id' || field === 'incident');
  return id?.values[0] ?? '';
}

function WhyNotHere({ query, missedIn }: { query: QueueQuery; missedIn: MissedIn }) {
  return (
    <Link
      href={tracePath(soughtText(query), missedIn)}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1.5 text-accent hover:underline"
    >
      <Route aria-hidden className="size-3.5" />
      Why isn’t it here?
    </Link>
  );
}

export function QueueEmpty({
  noun,
  total,
  query,
  none,
  startName,
  missedIn,
  onEverything,
  onStart,
}: {
  noun: QueueNoun<never>;
  total: number;
  query: QueueQuery;
  /** What to say when there are no rows at all. */
  none: ReactNode;
  startName: string;
  /** The address of the queue, where the tracer can judge by it. */
  missedIn: MissedIn;
  onEverything: () => void;
  onStart: () => void;
}) {
  const all = total.toLocaleString('en');
  const why = <WhyNotHere query={query} missedIn={missedIn} />;
  if (total === 0)
    return (
      <EmptyState title={`No ${noun.many}`} action={why}>
        {none}
      </EmptyState>
    );
  return (
    <EmptyState
      title={total === 1 ? `The only ${noun.one} is filtered away` : `All ${all} ${noun.many} are filtered away`}
      action={
        <span className="flex flex-wrap items-center gap-2">
          <Button tone="primary" onClick={onEverything}>
            Show all {all}
          </Button>
          <Button onClick={onStart}>Back to {startName.toLowerCase()}</Button>
          {why}
        </span>
      }
    >
      The filter lets through: {queryWords(query, noun).join(' · ')}.
    </EmptyState>
  );
}
