/** The alert queue and one alert, as the browser reads them. Filtering and sorting happen on the rows that are already here. */
import { queryOptions } from '@tanstack/react-query';
import { decodeAlerts } from '@/lib/domain/alert/alert-table';
import { type AlertList, alertKeys, caughtUpAlerts, reachesAlerts } from '@/lib/queries/alert-cache';
import { rpc } from '@/lib/queries/client';
import { withAlertUnderway } from '@/lib/queries/optimistic-alerts';
import { noteServerTime } from '@/lib/queries/server-clock';

async function readList(signal: AbortSignal): Promise<AlertList> {
  const { table, now, seq } = await rpc.alerts.list.query(undefined, { signal });
  return { alerts: decodeAlerts(table), now, seq };
}

export const alertQueries = {
  /** All alerts. Read when an alert page is opened; from then on the feed keeps it current (see `useFeed`). */
  list: () =>
    queryOptions({
      queryKey: alertKeys.list,
      queryFn: async ({ signal }) => {
        const first = await readList(signal);
        // It was written before the stream began and so lacks what happened in between: the next one doesn't.
        const list = caughtUpAlerts(reachesAlerts(first.seq) ? first : await readList(signal));
        noteServerTime(list.now);
        return { ...list, alerts: list.alerts.map(withAlertUnderway) };
      },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30 * 60_000,
      // Comparing a hundred thousand rows deeply would take longer than drawing them.
      structuralSharing: false,
    }),

  /** One alert with evidence and comments. The server keeps it while it does not change, so asking again is cheap. */
  detail: (id: string) =>
    queryOptions({
      queryKey: alertKeys.detail(id),
      queryFn: ({ signal }) => rpc.alerts.detail.query({ id }, { signal }),
      staleTime: 30_000,
    }),
};
