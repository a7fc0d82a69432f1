'use client';
/** Which window of time the services apply to the query. */
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { TextInput } from '@/components/ui/text-input';
import { between, fromQuery, lastRanges, rangeLabel, type TimeRange, toTimespan } from './time-range';

type Props = { range: TimeRange; onChange: (range: TimeRange) => void; now: () => Date };

const choices: { range: TimeRange; label: string }[] = [
  { range: fromQuery, label: rangeLabel(fromQuery) },
  ...lastRanges.map(({ timespan, label }) => ({ range: { kind: 'last' as const, timespan }, label })),
];

const minute = (time: Date) => time.toISOString().replace(/:\d{2}\.\d{3}Z$/u, ':00Z');

function Custom({ range, onChange, now }: Props) {
  const [start, setStart] = useState(
    range.kind === 'between' ? range.start : minute(new Date(now().getTime() - 3_600_000)),
  );
  const [end, setEnd] = useState(range.kind === 'between' ? range.end : minute(now()));
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <form
      className="flex flex-col gap-2 border-t p-2"
      onSubmit={(event) => {
        event.preventDefault();
        const found = between(start, end);
        if ('problem' in found) setProblem(found.problem);
        else onChange(found.range);
      }}
    >
      <TextInput label="Start (ISO 8601)" showLabel value={start} onChange={setStart} />
      <TextInput label="End (ISO 8601)" showLabel value={end} onChange={setEnd} />
      {problem === null ? null : (
        <p role="alert" className="text-danger text-small">
          {problem}
        </p>
      )}
      <Button type="submit" className="self-start">
        Use this range
      </Button>
    </form>
  );
}

export function TimeRangeMenu({ range, onChange, now }: Props) {
  const chosen = toTimespan(range);
  return (
    <Popover
      label="Time range"
      className="w-64"
      trigger={
        <Button icon={CalendarClock} aria-label={`Time range: ${rangeLabel(range)}`}>
          {rangeLabel(range)}
        </Button>
      }
    >
      {(close) => {
        const choose = (next: TimeRange) => {
          onChange(next);
          close();
        };
        return (
          <>
            <fieldset className="p-1">
              <legend className="sr-only">Time range</legend>
              {choices.map((choice) => (
                <label
                  key={choice.label}
                  className="flex h-7 items-center gap-2 rounded-small px-2 focus-within:bg-pressed hover:bg-hover"
                >
                  <input
                    type="radio"
                    name="hunting-range"
                    checked={toTimespan(choice.range) === chosen}
                    onChange={() => onChange(choice.range)}
                    onClick={close}
                    className="accent-(--accent)"
                  />
                  {choice.label}
                </label>
              ))}
            </fieldset>
            <Custom range={range} onChange={choose} now={now} />
          </>
        );
      }}
    </Popover>
  );
}
