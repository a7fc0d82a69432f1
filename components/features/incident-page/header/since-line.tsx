/** What came while I was away, above everything else: how much at a glance, each change when it is opened. */
import { useQuery } from '@tanstack/react-query';
import { changesLine, newToMe } from '@/components/vocabulary/changes-since';
import { HistoryList } from '@/components/vocabulary/history-list';
import { Timestamp } from '@/components/vocabulary/timestamp';
import { useSinceLastLook } from '@/lib/queries/history';
import { sessionQueries } from '@/lib/queries/session';

const mostEntries = 50;

export function SinceLine({ incidentKey }: { incidentKey: string }) {
  const me = useQuery(sessionQueries.current()).data?.me;
  const { lastSeen, changes } = useSinceLastLook(incidentKey);
  if (typeof lastSeen !== 'string' || changes === undefined) return null;
  const news = newToMe(changes, me);
  const { alerts, entities, entries } = news;
  if (alerts + entities + entries.length === 0) return null;
  return (
    <details className="shrink-0 border-y bg-panel px-4 py-1.5">
      <summary className="min-h-6 cursor-pointer">
        <strong className="font-medium">{changesLine(news)}</strong> since you last looked{' '}
        <span className="text-muted">
          (<Timestamp at={lastSeen} name="You last looked" />)
        </span>
      </summary>
      <div className="max-h-64 max-w-4xl overflow-y-auto">
        <HistoryList entries={entries.slice(0, mostEntries)} />
        {entries.length > mostEntries ? (
          <p className="text-faint text-small">and {entries.length - mostEntries} more in Activity</p>
        ) : null}
      </div>
    </details>
  );
}
