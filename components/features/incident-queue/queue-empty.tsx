/** An empty queue says what is filtered away, and takes it away with one click. */
import { defaultFilter } from '@/components/features/incident-queue/filter-bar';
import { filterWords } from '@/components/features/incident-queue/filter-words';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';

/** Everything through: not the same as the default, which hides what is resolved or old. */
const everything: SearchChange = { ...defaultFilter, status: [], range: 'all' };

export function QueueEmpty({
  total,
  search,
  onChange,
}: {
  total: number;
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
}) {
  if (total === 0)
    return (
      <EmptyState title="No incidents">
        Neither Defender nor Sentinel has an incident in the last months. New ones appear here by themselves.
      </EmptyState>
    );
  const words = filterWords(search).map(({ text }) => text);
  return (
    <EmptyState
      title={total === 1 ? 'The only incident is filtered away' : `All ${total} incidents are filtered away`}
      action={
        <span className="flex gap-2">
          <Button tone="primary" onClick={() => onChange(everything)}>
            Show all {total}
          </Button>
          <Button onClick={() => onChange(defaultFilter)}>Back to open incidents</Button>
        </span>
      }
    >
      The filter lets through: {words.join(' · ')}.
    </EmptyState>
  );
}
