/** What is new about the incident since I last looked at it; looking at it for a moment is what sets that time. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { changesLine, newToMe } from '@/components/vocabulary/changes-since';
import { HistoryList } from '@/components/vocabulary/history-list';
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { Assignee } from '@/lib/domain/incident/incident';
import { historyQueries, useSeen } from '@/lib/queries/history';

/** Shorter than this is passing by. */
const lookMs = 1_500;
const mostEntries = 6;

export function SinceSection({ incidentKey, me }: { incidentKey: string; me: Assignee | undefined }) {
  const { data: lastSeen, isSuccess } = useQuery(historyQueries.lastSeen(incidentKey));
  const changes = useQuery({
    ...historyQueries.changesSince(incidentKey, lastSeen ?? ''),
    enabled: typeof lastSeen === 'string',
  }).data;
  const { mutate: noteSeen } = useSeen();
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(() => noteSeen({ key: incidentKey }), lookMs);
    return () => clearTimeout(timer);
  }, [isSuccess, incidentKey, noteSeen]);

  if (typeof lastSeen !== 'string' || changes === undefined) return null;
  const news = newToMe(changes, me);
  const { alerts, entities, entries } = news;
  if (alerts + entities + entries.length === 0) return null;
  return (
    <PaneSection title="Since you last looked">
      <p>
        <strong className="font-medium">{changesLine(news)}</strong>{' '}
        <span className="text-muted">
          since <Timestamp at={lastSeen} name="You last looked" />
        </span>
      </p>
      <HistoryList entries={entries.slice(0, mostEntries)} />
      {entries.length > mostEntries ? (
        <p className="text-faint text-small">and {entries.length - mostEntries} more in the history</p>
      ) : null}
    </PaneSection>
  );
}
