/** A time: a few words that analysts use, or two times; and which of a row's times is meant. */
'use client';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { FilterPanelProps } from '@/components/queue/filter/filter-panel';
import { conditionWords } from '@/components/queue/filter/term-words';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { chosenValues, withChosen, withoutField } from '@/lib/domain/queue/edit-query';
import type { QueueAsker, QueueField } from '@/lib/domain/queue/queue-field';
import type { QueueQuery } from '@/lib/domain/queue/queue-query';
import { timeSpan } from '@/lib/domain/queue/value-test';

const presets = ['1d', '3d', '7d', '30d', 'today', 'yesterday', 'all'];

/** `2025-01-15T10:05` as a `datetime-local` field wants it. */
function fieldText(ms: number, isUtc: boolean): string {
  const date = new Date(ms);
  return new Date(isUtc ? ms : ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function CustomRange({
  value,
  asker,
  onUse,
}: {
  value: string | undefined;
  asker: QueueAsker;
  onUse: (value: string) => void;
}) {
  const isUtc = asker.zone === 'utc';
  const span = value === undefined ? null : timeSpan(value, asker);
  const nowMs = asker.now.getTime();
  const finite = (ms: number | undefined, otherwise: number) =>
    ms === undefined || !Number.isFinite(ms) ? otherwise : ms;
  const [from, setFrom] = useState(fieldText(finite(span?.fromMs, nowMs - 86_400_000), isUtc));
  const [to, setTo] = useState(fieldText(finite(span?.toMs, nowMs), isUtc));
  const valid = from !== '' && to !== '' && from < to;
  const field = 'h-7 w-full rounded border bg-canvas px-2 hover:border-line-strong';
  return (
    <form
      className="flex flex-col gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault();
        // Minutes of the asker's zone: a link says the zone it was made in.
        if (valid) onUse(isUtc ? `${from}Z..${to}Z` : `${from}..${to}`);
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

function withTime(query: QueueQuery, from: string, to: string, values: readonly string[]): QueueQuery {
  return withChosen(from === to ? query : withoutField(query, from), to, values);
}

export function TimePanel({
  field,
  fields,
  query,
  asker,
  onQuery,
  close,
}: FilterPanelProps & { field: QueueField<never> }) {
  const [current, setCurrent] = useState(field);
  const times = fields.filter(({ kind }) => kind === 'time');
  const [value] = chosenValues(query, current.id);
  const use = (next: string) => {
    onQuery(withTime(withoutField(query, field.id), current.id, current.id, next === 'all' ? [] : [next]), false);
    close();
  };
  return (
    <div className="w-76">
      <div className="border-b p-2">
        <Segmented
          label="Which time"
          value={current.id}
          onChange={(id) => {
            const next = times.find((time) => time.id === id);
            if (next === undefined) return;
            if (value !== undefined) onQuery(withTime(query, current.id, next.id, [value]), false);
            setCurrent(next);
          }}
          options={times.slice(0, 3).map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
      <ul className="p-1">
        {presets.map((preset) => {
          const isChosen = preset === 'all' ? value === undefined : value === preset;
          return (
            <li key={preset}>
              <button
                type="button"
                aria-pressed={isChosen}
                onClick={() => use(preset)}
                className="flex h-7 w-full items-center gap-2 rounded-small px-2 hover:bg-hover"
              >
                <span className="flex size-3.5 items-center justify-center">
                  {isChosen ? <Check aria-hidden className="size-3.5 text-accent" /> : null}
                </span>
                <span className="first-letter:uppercase">{conditionWords(current, preset)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <CustomRange value={value} asker={asker} onUse={use} />
    </div>
  );
}
