/** The four ways from alerts to incidents side by side, each with what it would have made of the past. */
'use client';
import clsx from 'clsx';
import { useId } from 'react';
import { incidentWords, ofAlerts, type Previewed } from '@/components/features/rules/wizard/preview-words';
import { Skeleton } from '@/components/ui/skeleton';
import { groupingWords } from '@/lib/domain/rule/grouping-choice';
import { type GroupingChoice, groupingChoices } from '@/lib/domain/rule/rule';

type Shown = {
  /** Null while there are no figures. */
  preview: Previewed | null;
  asking: boolean;
  /** Whether anything is chosen that has to match piece by piece. */
  selects: boolean;
};

function Figure({ choice, preview, asking, selects }: Shown & { choice: GroupingChoice }) {
  if (choice === 'selected' && !selects) return <span className="text-faint">Nothing is selected yet</span>;
  if (preview === null) {
    return asking ? <Skeleton className="mt-1.5 w-32" /> : <span className="text-faint">No figures</span>;
  }
  return (
    <>
      would have made <strong className="font-semibold">{incidentWords(preview.incidents[choice])}</strong>
      <span className="block text-muted">{ofAlerts(preview)}</span>
    </>
  );
}

export function GroupingCards({
  chosen,
  preview,
  asking,
  selects,
  onChoose,
}: Shown & { chosen: GroupingChoice; onChoose: (choice: GroupingChoice) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-muted">How alerts become incidents</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 xl:grid-cols-4">
        {groupingChoices.map((choice) => {
          const { microsoft, short, says } = groupingWords[choice];
          return (
            <label
              key={choice}
              className={clsx(
                'relative flex flex-col gap-1 rounded border p-3 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent',
                choice === chosen ? 'border-accent bg-selected' : 'border-line',
              )}
            >
              <span className="flex items-center gap-2 font-medium">
                <input
                  type="radio"
                  name={name}
                  value={choice}
                  checked={choice === chosen}
                  aria-describedby={`${name}-${choice}`}
                  onChange={() => onChoose(choice)}
                  className="size-3.5 shrink-0 accent-(--accent) outline-none"
                />
                {short}
              </span>
              <span id={`${name}-${choice}`} className="flex flex-1 flex-col gap-1">
                <span>{says}</span>
                <span className="text-faint text-small">{microsoft}</span>
                <span className={clsx('mt-auto block min-h-11 border-t pt-2', asking && 'opacity-60')}>
                  <Figure choice={choice} preview={preview} asking={asking} selects={selects} />
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
