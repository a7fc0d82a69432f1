/** How far back a history can be trusted. `<HistoryReach history={history} />` */
import { Timestamp } from '@/components/vocabulary/timestamp';
import type { IncidentHistory } from '@/lib/domain/incident/history';

export function HistoryReach({ history }: { history: IncidentHistory }) {
  return (
    <p className="mt-1 text-faint text-small">
      {history.complete ? 'Complete as far as this console watches, since ' : 'There may be gaps. Watched since '}
      <Timestamp at={history.since} form="full" name="Watched since" />.
    </p>
  );
}
