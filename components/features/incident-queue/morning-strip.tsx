/** Over the morning view: since when one was away, and how much waits where. Each number opens its own view. */
'use client';
import { useMemo } from 'react';
import type { Queue } from '@/components/queue/use-queue';
import { duration } from '@/components/vocabulary/format-time';
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { Incident } from '@/lib/domain/incident/incident';
import { queueMatcher } from '@/lib/domain/queue/queue-matcher';
import { readQuery } from '@/lib/domain/queue/read-query';

const parts = [
  { name: 'high and nobody’s', text: 'severity:high assignee:unassigned -status:resolved,redirected' },
  { name: 'mine or my groups’', text: 'mine:me,group -status:resolved,redirected' },
  { name: 'new', text: 'since:new -status:resolved,redirected' },
  { name: 'changed', text: 'since:changed -status:resolved,redirected' },
];

export function MorningStrip({
  queue,
  all,
  since,
}: {
  queue: Pick<Queue<Incident>, 'noun' | 'asker' | 'ask'>;
  all: readonly Incident[];
  since: string | null;
}) {
  const { noun, asker, ask } = queue;
  const counts = useMemo(
    () =>
      parts.map(({ text }) => {
        const matches = queueMatcher(readQuery(text, noun.fields).query, noun, asker);
        return all.reduce((sum, incident) => sum + (matches(incident) ? 1 : 0), 0);
      }),
    [all, noun, asker],
  );
  return (
    <section
      aria-label="Morning"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-panel px-4 py-1.5"
    >
      <p className="text-muted">
        {since === null ? (
          'Your first visit: everything is new.'
        ) : (
          <>
            You were last here <Timestamp at={since} name="Last visit ended" />,{' '}
            {duration(asker.now.getTime() - Date.parse(since))} ago.
          </>
        )}
      </p>
      <ul className="flex flex-wrap gap-1">
        {parts.map(({ name, text }, at) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => ask({ text })}
              className="inline-flex h-6 items-center gap-1.5 rounded border bg-canvas px-2 hover:bg-hover"
            >
              <span className="font-medium">{counts[at]}</span>
              <span className="text-muted">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
