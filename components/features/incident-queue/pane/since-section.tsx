/** What is new about the incident since I last looked at it; looking at it for a moment is what sets that time. */
'use client';
import { PaneSection } from '@/components/queue/pane/pane-section';
import { changesLine, newToMe } from '@/components/vocabulary/changes-since';
import { HistoryList } from '@/components/vocabulary/history-list';
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { Assignee } from '@/lib/domain/incident/incident';
import { useSinceLastLook } from '@/lib/queries/history';

const mostEntries = 6;

export function SinceSection({ incidentKey, me }: { incidentKey: string; me: Assignee | undefined }) {
  const { lastSeen, changes } = useSinceLastLook(incidentKey);
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
