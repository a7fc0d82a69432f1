/** The queue: one list over both systems, a pane for the row under the cursor, and triage without leaving either. */
'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { focusRows } from '@/components/features/incident-queue/acts/step-row';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { useQueueActs } from '@/components/features/incident-queue/acts/use-queue-acts';
import { queueColumns } from '@/components/features/incident-queue/columns';
import { nextSort } from '@/components/features/incident-queue/next-sort';
import { QueueBanners } from '@/components/features/incident-queue/queue-banners';
import { QueueEmpty } from '@/components/features/incident-queue/queue-empty';
import { QueueToolbar } from '@/components/features/incident-queue/queue-toolbar';
import { useQueueRows } from '@/components/features/incident-queue/use-queue-rows';
import { useCursorKey } from '@/components/features/incident-queue/use-resting-key';
import { useRowInAddress } from '@/components/features/incident-queue/use-row-in-address';
import { useSearch } from '@/components/features/incident-queue/use-search';
import { useWide } from '@/components/features/incident-queue/use-wide';
import { Grid } from '@/components/grid/grid';
import { createGridCursor } from '@/components/grid/grid-cursor';
import { useColumnLayout } from '@/components/grid/use-column-layout';
import { announce } from '@/components/ui/announcer';
import { SplitPane } from '@/components/ui/split-pane';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentQueries } from '@/lib/queries/incidents';
import { sessionQueries } from '@/lib/queries/session';
import { incidentPath } from '@/lib/routes/paths';

// The pane is not there at the first look.
const SidePane = dynamic(
  () => import('@/components/features/incident-queue/pane/side-pane').then((file) => file.SidePane),
  { ssr: false },
);

const keyOf = (incident: Incident) => incident.key;
const nothing: ReadonlySet<string> = new Set();
const none: readonly Incident[] = [];

function isEditable(field: string): field is EditedField {
  return field === 'status' || field === 'severity' || field === 'assignee';
}

export function IncidentQueue({ misread }: { misread: readonly string[] }) {
  const router = useRouter();
  const wide = useWide();
  const [search, changeSearch] = useSearch();
  const list = useQuery(incidentQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me;
  const [cursor] = useState(() => createGridCursor(search.row));
  const [paneClosed, setPaneClosed] = useState(false);
  const [selection, setSelection] = useState(nothing);
  const layout = useColumnLayout(queueColumns, 'incidents');

  const cursorKey = useCursorKey(cursor);
  const { rows, waiting, show } = useQueueRows(
    list.data?.incidents,
    search,
    me ?? null,
    cursorKey !== null || selection.size > 0,
  );
  const byKey = useMemo(() => new Map(rows?.map((incident) => [incident.key, incident])), [rows]);
  const current = cursorKey === null ? undefined : byKey.get(cursorKey);
  const open = (incident: Incident) => router.push(incidentPath(incident.key));

  useRowInAddress(cursorKey, search.row, changeSearch, () => setPaneClosed(false));

  // A list that was read once stays on the screen, whatever happens to later reads.
  const failed = list.isError && list.data === undefined;
  const total = list.data?.incidents.length ?? 0;
  const shown = rows?.length;
  useEffect(() => {
    if (shown !== undefined) announce(`${shown} of ${total} incidents`);
  }, [shown, total]);

  // Who comes back to a row goes on with its keys: Enter opens it again, j goes on from there.
  const arrived = shown !== undefined && shown > 0;
  useEffect(() => {
    if (arrived && cursor.get().rowKey !== null && document.activeElement === document.body) focusRows();
  }, [arrived, cursor]);

  const acts = useQueueActs({
    queue: list.data?.incidents ?? none,
    rows,
    byKey,
    current,
    cursor,
    selection,
    setSelection,
    me,
    pane: { open: !paneClosed, setOpen: (isOpen) => setPaneClosed(!isOpen) },
    show,
  });

  const sortBy = (columnId: string) => {
    const sort = nextSort(search.sort, columnId);
    if (sort !== null) changeSearch({ sort });
  };

  const queue = (
    <Grid
      label="Incidents"
      rows={failed ? [] : rows}
      rowKey={keyOf}
      columns={queueColumns}
      cursor={cursor}
      sort={{ columnId: search.sort.by, direction: search.sort.direction }}
      onSort={sortBy}
      onOpen={open}
      selection={selection}
      onSelection={setSelection}
      layout={layout}
      letterKeys
      onEdit={(incident, field) => {
        if (isEditable(field)) acts.edit(field, [incident]);
      }}
      empty={failed ? null : <QueueEmpty total={total} search={search} onChange={changeSearch} />}
    />
  );
  return (
    <>
      <QueueBanners misread={misread} onDismiss={changeSearch} error={list.error} onRetry={() => void list.refetch()} />
      <QueueToolbar
        rows={rows}
        incidents={list.data?.incidents ?? []}
        waiting={waiting}
        onShow={show}
        search={search}
        onChange={changeSearch}
        me={me ?? null}
        onLeave={focusRows}
        selected={selection.size}
        onEdit={(field) => acts.edit(field)}
        onAssignToMe={acts.assignToMe}
        onClearSelection={() => setSelection(nothing)}
        layout={layout}
      />
      <SplitPane
        id="queue"
        label="side pane"
        direction="row"
        fixed="second"
        size={380}
        min={300}
        first={queue}
        second={
          current === undefined || paneClosed || !wide ? null : (
            <SidePane
              incident={current}
              me={me}
              onEdit={(field, incident) => acts.edit(field, [incident])}
              onClose={() => setPaneClosed(true)}
            />
          )
        }
      />
      {acts.element}
    </>
  );
}
