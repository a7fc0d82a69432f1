/** The alert queue: all alerts of Defender and those that only the workspace knows, with the same manners as the incidents. */
'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { alertName } from '@/components/features/alert-queue/acts/alert-name';
import { type AlertActing, useAlertActs } from '@/components/features/alert-queue/acts/use-alert-acts';
import { alertKind } from '@/components/features/alert-queue/alert-kind';
import { PeopleByAddress } from '@/components/features/alert-queue/assignee-name';
import { useGroupWords } from '@/components/features/alert-queue/use-group-words';
import { usePane } from '@/components/queue/pane/use-pane';
import { usePanePlace } from '@/components/queue/pane/use-pane-place';
import { QueuePage } from '@/components/queue/queue-page';
import { useQueue } from '@/components/queue/use-queue';
import { patiently } from '@/components/ui/patiently';
import { useAlertNoun } from '@/components/vocabulary/use-alert-noun';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertQueries } from '@/lib/queries/alerts';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';

// Not there at the first look.
const AlertPane = dynamic(
  () => patiently(() => import('@/components/features/alert-queue/pane/alert-pane')).then((file) => file.AlertPane),
  { ssr: false },
);

const none: readonly AlertRow[] = [];
const sheetLabel = (alert: AlertRow) => `Alert ${alertName(alert)}`;

/** `in 12 incidents`. Counted once per list: every move of the cursor comes by here. */
function useIncidentCount(rows: readonly AlertRow[] | undefined): string {
  const count = useMemo(() => {
    const keys = new Set(rows?.map(({ incidentKey }) => incidentKey));
    keys.delete(null);
    return keys.size;
  }, [rows]);
  return `in ${count.toLocaleString('en')} ${count === 1 ? 'incident' : 'incidents'}`;
}

export function AlertQueue({ misread }: { misread: readonly string[] }) {
  const list = useQuery(alertQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const all = list.data?.alerts;
  const myGroups = useQuery(peopleQueries.myGroups()).data;
  const noun = useAlertNoun(me?.name ?? null, myGroups);
  const groupWords = useGroupWords();
  const queue = useQueue(alertKind, { noun, all, me: me?.name ?? null, groupWords });
  const place = usePanePlace(queue.current?.id);
  const acting = useAlertActs({ queue, me, place }, all ?? none);
  const drawPane = useCallback(
    (alert: AlertRow, latest: () => AlertActing) => (
      <AlertPane alert={alert} onEdit={(field) => latest().edit(field, [alert])} onClose={place.close} />
    ),
    [place.close],
  );
  const pane = usePane(queue.current, acting, drawPane);
  return (
    <PeopleByAddress>
      <QueuePage
        kind={alertKind}
        queue={queue}
        all={all}
        error={list.error}
        onRetry={() => void list.refetch()}
        misread={misread}
        me={me?.name ?? null}
        summary={useIncidentCount(queue.rows)}
        acting={acting}
        place={place}
        pane={pane}
        sheetLabel={sheetLabel}
        onOpen={() => {
          place.setOpen(true);
          place.setSheet(true);
        }}
      />
    </PeopleByAddress>
  );
}
