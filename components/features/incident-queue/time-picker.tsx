/** The time range: a few words that analysts use, or two times; and which of an incident's times is meant. */
'use client';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { rangeNames, timeNames } from '@/components/features/incident-queue/filter-words';
import type { SearchChange } from '@/components/features/incident-queue/use-search';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences-provider';
import { Segmented } from '@/components/ui/segmented';
import { serverNow } from '@/lib/queries/server-clock';
import type { IncidentsSearch } from '@/lib/routes/incidents-search';
import { rangeBounds, rangeWords } from '@/lib/routes/time-range';

const timeOptions = (['updatedAt', 'createdAt', 'lastActivityAt'] as const).map((value) => ({
  value,
  label: timeNames[value],
}));

/** `2025-01-15T10:05` as a `datetime-local` field wants it. */
function fieldText(iso: string, isUtc: boolean): string {
  const date = new Date(iso);
  const shifted = isUtc ? date : new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

function fieldTime(text: string, isUtc: boolean): number {
  return Date.parse(isUtc ? `${text}:00Z` : `${text}:00`);
}

function CustomRange({
  search,
  onChange,
  close,
}: {
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
  close: () => void;
}) {
  const [{ zone }] = usePreferences();
  const isUtc = zone === 'utc';
  const now = serverNow();
  const bounds = rangeBounds(search.range, now);
  const [from, setFrom] = useState(fieldText(bounds.from ?? new Date(now.getTime() - 86_400_000).toISOString(), isUtc));
  const [to, setTo] = useState(fieldText(bounds.to ?? now.toISOString(), isUtc));
  const [fromMs, toMs] = [fieldTime(from, isUtc), fieldTime(to, isUtc)];
  const valid = fromMs < toMs;
  const field = 'h-7 w-full rounded border bg-canvas px-2 hover:border-line-strong';
  return (
    <form
      className="flex flex-col gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        onChange({ range: { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() } });
        close();
      }}
    >
      <label className="text-muted text-small">
        From ({isUtc ? 'UTC' : 'local'})
        <input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} className={field} />
      </label>
      <label className="text-muted text-small">
        To ({isUtc ? 'UTC' : 'local'})
        <input type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} className={field} />
      </label>
      {valid ? null : <p className="text-danger text-small">The start must be before the end.</p>}
      <Button type="submit" size="small" disabled={!valid}>
        Use this range
      </Button>
    </form>
  );
}

export function TimePicker({
  search,
  onChange,
  close,
}: {
  search: IncidentsSearch;
  onChange: (change: SearchChange) => void;
  close: () => void;
}) {
  return (
    <div className="w-76">
      <div className="border-b p-2">
        <Segmented
          label="Which time"
          value={search.time}
          onChange={(time) => onChange({ time })}
          options={timeOptions}
        />
      </div>
      <ul className="p-1">
        {rangeWords.map((word) => (
          <li key={word}>
            <button
              type="button"
              aria-pressed={search.range === word}
              onClick={() => {
                onChange({ range: word });
                close();
              }}
              className="flex h-7 w-full items-center gap-2 rounded-small px-2 hover:bg-hover"
            >
              <span className="flex size-3.5 items-center justify-center">
                {search.range === word ? <Check aria-hidden className="size-3.5 text-accent" /> : null}
              </span>
              <span className="first-letter:uppercase">{rangeNames[word]}</span>
            </button>
          </li>
        ))}
      </ul>
      <CustomRange search={search} onChange={onChange} close={close} />
    </div>
  );
}
