/** The alert queue: all alerts of Defender and those that only the workspace knows, with the same manners as the incidents. */
'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { alertName } from '@/components/features/alert-queue/acts/alert-names';
import { useQueueActing } from '@/components/features/alert-queue/acts/use-queue-acting';
import { AlertBanners } from '@/components/features/alert-queue/alert-banners';
import { alertCard, cardHeightPx } from '@/components/features/alert-queue/alert-card';
import { AlertToolbar } from '@/components/features/alert-queue/alert-toolbar';
import { alertColumns } from '@/components/features/alert-queue/columns';
import { SelectionBar } from '@/components/features/alert-queue/selection-bar';
import { standingViews, startName } from '@/components/features/alert-queue/standing-views';
import { useGroupWords } from '@/components/features/alert-queue/use-group-words';
import { Grid } from '@/components/grid/grid';
import { focusRows, stepRow } from '@/components/grid/step-row';
import { useQueue } from '@/components/queue/use-queue';
import { useScreen } from '@/components/queue/use-screen';
import { SplitPane } from '@/components/ui/split-pane';
import { alertNoun } from '@/components/vocabulary/alert-noun';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertQueries } from '@/lib/queries/alerts';
import { sessionQueries } from '@/lib/queries/session';
import { alertsAddress, alertsStart } from '@/lib/routes/alerts-search';

const AlertPane = dynamic(
  () => import('@/components/features/alert-queue/pane/alert-pane').then((file) => file.AlertPane),
  { ssr: false },
);

const BottomSheet = dynamic(() => import('@/components/queue/bottom-sheet').then((file) => file.BottomSheet), {
  ssr: false,
});
const QueueEmpty = dynamic(() => import('@/components/queue/queue-empty').then((file) => file.QueueEmpty), {
  ssr: false,
});

const keyOf = (alert: AlertRow) => alert.id;
const none: readonly AlertRow[] = [];
const noKeys: ReadonlySet<string> = new Set();

export function AlertQueue({ misread }: { misread: readonly string[] }) {
  const screen = useScreen();
  const list = useQuery(alertQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const all = list.data?.alerts;
  const groupWords = useGroupWords();
  const queue = useQueue<AlertRow>({
    noun: alertNoun,
    viewNoun: 'alerts',
    address: alertsAddress,
    start: alertsStart,
    standing: standingViews,
    columns: alertColumns,
    all,
    me: me?.name ?? null,
    groupWords,
  });
  const { rows, current, cursor, selection, setSelection } = queue;
  const [paneOpen, setPaneOpen] = useState(true);
  const [sheetOpen, setSheetOpen] = useState(false);
  const acting = useQueueActing(queue, all ?? none, me, { open: paneOpen, setOpen: setPaneOpen });

  // Whoever moves on wants to see the next one.
  const currentId = current?.id;
  useEffect(() => {
    if (currentId !== undefined) setPaneOpen(true);
  }, [currentId]);
  // Who comes back to a row goes on with its keys.
  const arrived = rows !== undefined && rows.length > 0;
  useEffect(() => {
    if (arrived && cursor.get().rowKey !== null && document.activeElement === document.body) focusRows();
  }, [arrived, cursor]);

  // A list that was read once stays on the screen, whatever happens to later reads.
  const failed = list.isError && all === undefined;
  const openPane = () => {
    setPaneOpen(true);
    setSheetOpen(true);
  };
  const closePane = () => {
    setPaneOpen(false);
    setSheetOpen(false);
    focusRows();
  };
  const grid = (
    <Grid
      label="Alerts"
      rows={failed ? none : rows}
      rowKey={keyOf}
      columns={alertColumns}
      cursor={cursor}
      lines={queue.lines}
      onToggleGroup={queue.toggleGroup}
      onSort={queue.sortBy}
      onOpen={openPane}
      onPress={() => setSheetOpen(true)}
      onTop={queue.onTop}
      card={screen === 'phone' ? alertCard : undefined}
      cardHeightPx={cardHeightPx}
      selection={selection}
      onSelection={setSelection}
      layout={queue.layout}
      letterKeys
      onEdit={(alert, field) => {
        if (field === 'status' || field === 'assignee') acting.edit(field, [alert]);
      }}
      empty={
        failed || all === undefined ? null : (
          <QueueEmpty
            noun={alertNoun}
            total={all.length}
            query={queue.query}
            none="Neither Defender nor the workspace has an alert in the last months. New ones appear here by themselves."
            startName={startName}
            onEverything={() => queue.ask({ text: '' })}
            onStart={() => queue.openView(null)}
          />
        )
      }
    />
  );
  const pane =
    current === undefined ? null : (
      <AlertPane
        alert={current}
        onEdit={(field) => acting.edit(field, [current])}
        onStep={stepRow}
        onClose={closePane}
      />
    );
  return (
    <>
      <AlertBanners misread={misread} onDrop={queue.drop} error={list.error} onRetry={() => void list.refetch()} />
      <AlertToolbar
        queue={queue}
        all={all}
        standing={standingViews}
        startName={startName}
        me={me?.name ?? null}
        onLeave={focusRows}
      />
      <SelectionBar count={selection.size} acting={acting} onClear={() => setSelection(noKeys)} />
      <SplitPane
        id="alerts"
        label="alert pane"
        direction="row"
        fixed="second"
        size={400}
        min={320}
        first={grid}
        second={screen === 'wide' && paneOpen ? pane : null}
      />
      {screen !== 'wide' && sheetOpen && current !== undefined ? (
        <BottomSheet label={`Alert ${alertName(current)}`} onClose={() => setSheetOpen(false)} onClosed={focusRows}>
          {pane}
        </BottomSheet>
      ) : null}
      {acting.element}
    </>
  );
}
