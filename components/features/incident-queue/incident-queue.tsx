/** The queue: one list over both systems, a pane for the row under the cursor, and triage without leaving either. */
'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { useQueueActs } from '@/components/features/incident-queue/acts/use-queue-acts';
import { queueColumns } from '@/components/features/incident-queue/columns';
import { cardHeightPx, incidentCard } from '@/components/features/incident-queue/incident-card';
import { VisitContext } from '@/components/features/incident-queue/marks';
import { QueueBanners } from '@/components/features/incident-queue/queue-banners';
import { QueueFrame, startName } from '@/components/features/incident-queue/queue-frame';
import { useExpansion } from '@/components/features/incident-queue/use-expansion';
import { useGroupWords } from '@/components/features/incident-queue/use-group-words';
import { usePane } from '@/components/features/incident-queue/use-pane';
import { Grid } from '@/components/grid/grid';
import { focusRows } from '@/components/grid/step-row';
import { useCellFilter } from '@/components/queue/use-cell-filter';
import { useNowMs } from '@/components/queue/use-now';
import { useQueue } from '@/components/queue/use-queue';
import { useScreen } from '@/components/queue/use-screen';
import { SplitPane } from '@/components/ui/split-pane';
import { incidentViews, morningView } from '@/components/vocabulary/incident-views';
import { useIncidentNoun } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { peopleQueries } from '@/lib/queries/people';
import { sessionQueries } from '@/lib/queries/session';
import { visitQueries } from '@/lib/queries/views';
import { incidentsAddress, incidentsStart } from '@/lib/routes/incidents-search';
import { incidentPath } from '@/lib/routes/paths';

// None of these is there at the first look.
const BottomSheet = dynamic(() => import('@/components/queue/bottom-sheet').then((file) => file.BottomSheet), {
  ssr: false,
});
const MorningStrip = dynamic(
  () => import('@/components/features/incident-queue/morning-strip').then((file) => file.MorningStrip),
  { ssr: false },
);
const QueueEmpty = dynamic(() => import('@/components/queue/queue-empty').then((file) => file.QueueEmpty), {
  ssr: false,
});

const keyOf = (incident: Incident) => incident.key;
const none: readonly Incident[] = [];

function isEditable(field: string): field is EditedField {
  return field === 'status' || field === 'severity' || field === 'assignee';
}

export function IncidentQueue({ misread }: { misread: readonly string[] }) {
  const router = useRouter();
  const screen = useScreen();
  const list = useQuery(incidentQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const visit = useQuery(visitQueries.current()).data ?? null;
  const since = visit?.previousEndedAt ?? null;
  const directory = useQuery({ ...peopleQueries.assignable(), enabled: list.data !== undefined }).data;
  const people = useMemo(
    () => new Map(directory?.map(({ name, displayName }) => [name.toLowerCase(), displayName ?? name])),
    [directory],
  );
  const noun = useIncidentNoun(new Date(useNowMs('minute')), me?.name ?? null, since);
  const all = list.data?.incidents;
  const groupWords = useGroupWords(people);
  const queue = useQueue({
    noun,
    viewNoun: 'incidents',
    address: incidentsAddress,
    start: incidentsStart,
    standing: incidentViews,
    columns: queueColumns,
    all,
    me: me?.name ?? null,
    groupWords,
  });
  const { cursor, current, rows, byKey } = queue;
  useCellFilter(queue);
  const expansion = useExpansion();
  const [paneOpen, setPaneOpen] = useState(true);
  const [sheetOpen, setSheetOpen] = useState(false);
  const currentKey = current?.key;
  // Whoever moves on wants to see the next one.
  useEffect(() => {
    if (currentKey !== undefined) setPaneOpen(true);
  }, [currentKey]);

  // Who comes back to a row goes on with its keys: Enter opens it again, j goes on from there.
  const arrived = rows !== undefined && rows.length > 0;
  useEffect(() => {
    if (arrived && cursor.get().rowKey !== null && document.activeElement === document.body) focusRows();
  }, [arrived, cursor]);

  const acts = useQueueActs({
    queue: all ?? none,
    rows,
    byKey,
    current,
    cursor,
    selection: queue.selection,
    setSelection: queue.setSelection,
    me,
    pane: { open: paneOpen, setOpen: setPaneOpen },
    show: queue.show,
  });
  // A list that was read once stays on the screen, whatever happens to later reads.
  const failed = list.isError && all === undefined;
  const grid = (
    <Grid
      label="Incidents"
      rows={failed ? [] : rows}
      rowKey={keyOf}
      columns={queueColumns}
      cursor={cursor}
      lines={queue.lines}
      onToggleGroup={queue.toggleGroup}
      expansion={expansion}
      onSort={queue.sortBy}
      onOpen={(incident) => void queue.settled().then(() => router.push(incidentPath(incident.key)))}
      onPress={() => setSheetOpen(true)}
      onTop={queue.onTop}
      selection={queue.selection}
      onSelection={queue.setSelection}
      layout={queue.layout}
      card={screen === 'phone' ? incidentCard : undefined}
      cardHeightPx={cardHeightPx}
      letterKeys
      onEdit={(incident, field) => {
        if (isEditable(field)) acts.edit(field, [incident]);
      }}
      empty={
        failed || all === undefined ? null : (
          <QueueEmpty
            noun={noun}
            total={all.length}
            query={queue.query}
            none="Neither Defender nor Sentinel has an incident in the last months. New ones appear here by themselves."
            startName={startName}
            onEverything={() => queue.ask({ text: '' })}
            onStart={() => queue.openView(null)}
          />
        )
      }
    />
  );
  const closePane = useCallback(() => {
    setPaneOpen(false);
    setSheetOpen(false);
  }, []);
  const pane = usePane({ current, me, acts, onClose: closePane });
  return (
    <VisitContext value={visit}>
      <QueueBanners misread={misread} onDismiss={queue.drop} error={list.error} onRetry={() => void list.refetch()} />
      <QueueFrame queue={queue} all={all} me={me ?? null} people={people} acts={acts} onLeave={focusRows} />
      {queue.view?.id === morningView && all !== undefined ? (
        <MorningStrip queue={queue} all={all} since={since} />
      ) : null}
      <SplitPane
        id="queue"
        label="side pane"
        direction="row"
        fixed="second"
        size={380}
        min={300}
        first={grid}
        second={screen === 'wide' && paneOpen ? pane : null}
      />
      {screen !== 'wide' && sheetOpen && current !== undefined ? (
        <BottomSheet
          label={`Incident ${incidentName(current)}`}
          onClose={() => setSheetOpen(false)}
          onClosed={focusRows}
        >
          {pane}
        </BottomSheet>
      ) : null}
      {acts.element}
    </VisitContext>
  );
}
