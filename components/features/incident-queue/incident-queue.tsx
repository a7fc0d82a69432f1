/** The incident queue: one list over both systems, a pane for the row under the cursor, and triage without leaving either. */
'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import { type IncidentActing, useIncidentActs } from '@/components/features/incident-queue/acts/use-incident-acts';
import { incidentKind } from '@/components/features/incident-queue/incident-kind';
import { VisitContext } from '@/components/features/incident-queue/marks';
import { TodayCount } from '@/components/features/incident-queue/today-count';
import { useExpansion } from '@/components/features/incident-queue/use-expansion';
import { useGroupWords } from '@/components/features/incident-queue/use-group-words';
import { usePane } from '@/components/queue/pane/use-pane';
import { usePanePlace } from '@/components/queue/pane/use-pane-place';
import { QueuePage } from '@/components/queue/queue-page';
import { useNowMs } from '@/components/queue/use-now';
import { useQueue } from '@/components/queue/use-queue';
import { patiently } from '@/components/ui/patiently';
import { morningView } from '@/components/vocabulary/incident-views';
import { useIncidentNoun } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';
import { visitQueries } from '@/lib/queries/views';
import { incidentPath } from '@/lib/routes/paths';

// Neither is there at the first look.
const MorningStrip = dynamic(
  () => patiently(() => import('@/components/features/incident-queue/morning-strip')).then((file) => file.MorningStrip),
  { ssr: false },
);
const SidePane = dynamic(
  () => patiently(() => import('@/components/features/incident-queue/pane/side-pane')).then((file) => file.SidePane),
  { ssr: false },
);

const none: readonly Incident[] = [];
const sheetLabel = (incident: Incident) => `Incident ${incidentName(incident)}`;

/** Names of people and groups by what incidents call them, once there are rows to show them in. */
function usePeople(wanted: boolean): ReadonlyMap<string, string> {
  const directory = useQuery({ ...peopleQueries.assignable(), enabled: wanted }).data;
  const groups = useQuery({ ...peopleQueries.assignableGroups(), enabled: wanted }).data;
  return useMemo(
    () =>
      new Map(
        [...(directory ?? []), ...(groups ?? [])].map(({ name, displayName }) => [
          name.toLowerCase(),
          displayName ?? name,
        ]),
      ),
    [directory, groups],
  );
}

export function IncidentQueue({ misread }: { misread: readonly string[] }) {
  const router = useRouter();
  const list = useQuery(incidentQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const visit = useQuery(visitQueries.current()).data ?? null;
  const since = visit?.previousEndedAt ?? null;
  const people = usePeople(list.data !== undefined);
  const myGroups = useQuery(peopleQueries.myGroups()).data;
  const noun = useIncidentNoun(new Date(useNowMs('minute')), me?.name ?? null, since, myGroups);
  const all = list.data?.incidents;
  const groupWords = useGroupWords(people);
  const queue = useQueue(incidentKind, { noun, all, me: me?.name ?? null, groupWords });
  const expansion = useExpansion();
  const place = usePanePlace(queue.current?.key);
  const acting = useIncidentActs({ queue, me, place }, all ?? none);
  const drawPane = useCallback(
    (incident: Incident, latest: () => IncidentActing) => (
      <SidePane
        incident={incident}
        me={me}
        onEdit={(field, edited) => latest().edit(field, [edited])}
        onCopy={(form, copied) => latest().copy(form, copied)}
        onUndo={(commandId, what) => latest().undoCommand(commandId, what)}
        onClose={place.close}
      />
    ),
    [me, place.close],
  );
  const pane = usePane(queue.current, acting, drawPane);
  return (
    <VisitContext value={visit}>
      <QueuePage
        kind={incidentKind}
        queue={queue}
        all={all}
        awaiting={list.data?.awaiting}
        // News of the stream are written into a list that could not be read, and take its error away.
        error={list.error ?? (list.isFetching ? null : list.failureReason)}
        onRetry={() => void list.refetch()}
        misread={misread}
        me={me?.name ?? null}
        people={people}
        summary={all === undefined ? undefined : <TodayCount all={all} asker={queue.asker} />}
        acting={acting}
        place={place}
        pane={pane}
        sheetLabel={sheetLabel}
        onOpen={(incident) => void queue.settled().then(() => router.push(incidentPath(incident.key)))}
        expansion={expansion}
      >
        {queue.view?.id === morningView && all !== undefined ? (
          <MorningStrip queue={queue} all={all} since={since} />
        ) : null}
      </QueuePage>
    </VisitContext>
  );
}
