/**
 * A queue as its page needs it: what the address asks for, the rows that answer it, held in place and grouped, the
 * cursor, the selection and the columns. What the rows are, the caller says by `noun`.
 */
'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GridSort } from '@/components/grid/grid-column';
import { createGridCursor, type GridCursor } from '@/components/grid/grid-cursor';
import { type GridLine, groupIdOf } from '@/components/grid/grid-line';
import { type ColumnLayout, useColumnLayout } from '@/components/grid/use-column-layout';
import type { QueueKind } from '@/components/queue/queue-kind';
import { useCursorKey } from '@/components/queue/use-cursor-key';
import { useNowMs } from '@/components/queue/use-now';
import { type QueueAddress, useQueueAddress } from '@/components/queue/use-queue-address';
import { type GroupWords, useQueueLines } from '@/components/queue/use-queue-lines';
import { useQueueRows } from '@/components/queue/use-queue-rows';
import { useSavedViews } from '@/components/queue/views/use-saved-views';
import { announce } from '@/components/ui/announcer';
import { usePreferences } from '@/components/ui/preferences-provider';
import { nothingWaiting, type Waiting } from '@/lib/domain/queue/held-order';
import { printQuery } from '@/lib/domain/queue/print-query';
import { fieldNamed, type QueueAsker, type QueueNoun } from '@/lib/domain/queue/queue-field';
import type { QueueProblem, QueueQuery, QueueSort } from '@/lib/domain/queue/queue-query';
import { readQuery } from '@/lib/domain/queue/read-query';
import type { SavedViews } from '@/lib/domain/queue/saved-view';

export type QueueOptions<Row> = {
  /** A stable description: a new one filters and sorts anew. */
  noun: QueueNoun<Row>;
  /** Undefined until the first answer. */
  all: readonly Row[] | undefined;
  /** UPN of who looks. */
  me: string | null;
  groupWords?: GroupWords<Row>;
};

export type Queue<Row> = QueueAddress & {
  noun: QueueNoun<Row>;
  saved: SavedViews | undefined;
  query: QueueQuery;
  problems: readonly QueueProblem[];
  asker: QueueAsker;
  setQuery: (query: QueueQuery, quick: boolean) => void;
  rows: readonly Row[] | undefined;
  lines: readonly GridLine<Row>[] | undefined;
  toggleGroup: (lineKey: string) => void;
  waiting: Waiting;
  show: () => void;
  cursor: GridCursor;
  /** The row under the cursor. */
  current: Row | undefined;
  byKey: ReadonlyMap<string, Row>;
  selection: ReadonlySet<string>;
  setSelection: (keys: ReadonlySet<string>) => void;
  onTop: (atTop: boolean) => void;
  layout: ColumnLayout<Row>;
  sortBy: (columnId: string) => void;
};

const nothing: ReadonlySet<string> = new Set();

/** What a press on a column's header sorts by: first the way that analysts want it, then the other. */
function nextSort<Row>(current: QueueSort, by: string, noun: QueueNoun<Row>): QueueSort {
  if (current.by === by) return { by, direction: current.direction === 'descending' ? 'ascending' : 'descending' };
  const kind = fieldNamed(noun.fields, by)?.kind;
  // Names are read from A, numbers, times and severities from the largest.
  return { by, direction: kind === 'text' || kind === 'people' || kind === 'tags' ? 'ascending' : 'descending' };
}

export function useQueue<Row extends object>(
  kind: QueueKind<Row, string>,
  { noun, all: known, me, groupWords: words }: QueueOptions<Row>,
): Queue<Row> {
  const { viewNoun, columns, start, standing } = kind;
  const views = useSavedViews(viewNoun, me);
  const address = useQueueAddress({ address: kind.address, noun: viewNoun, start, standing, views });
  const all = address.certain ? known : undefined;
  const { question, view, ask, setRow } = address;
  const [{ zone }, change] = usePreferences();
  const nowMs = useNowMs('minute');
  const asker = useMemo<QueueAsker>(() => ({ me, now: new Date(nowMs), zone }), [me, nowMs, zone]);
  const { query, problems } = useMemo(() => readQuery(question.text, noun.fields), [question.text, noun]);

  const [cursor] = useState(() => createGridCursor(address.search.row));
  const cursorKey = useCursorKey(cursor);
  const [selection, setSelection] = useState(nothing);
  const atTop = useRef(true);
  const isScrolled = useCallback(() => !atTop.current, []);
  const asked = `${question.text}\n${question.sort.by} ${question.sort.direction}\n${question.group.join()}\n${me ?? ''} ${zone}`;
  // Under the hands of an analyst nothing moves: with a row under the cursor, rows selected, or somewhere down the list.
  const held = cursorKey !== null || selection.size > 0;
  const { sort, group } = question;
  const { rows, drawn, waiting, show } = useQueueRows({
    all,
    noun,
    query,
    sort,
    asker,
    asked,
    held,
    isScrolled,
  });
  const somethingWaits = waiting !== nothingWaiting;
  const onTop = useCallback(
    (now: boolean) => {
      atTop.current = now;
      // Back at the top nothing holds what came meanwhile, but for a row under the cursor.
      if (now && !held && somethingWaits) show();
    },
    [held, somethingWaits, show],
  );
  const { lines, toggleGroup } = useQueueLines({
    rows,
    drawn,
    group,
    noun,
    zone,
    ...(words === undefined ? {} : { words }),
  });
  const byKey = useMemo(() => new Map(rows?.map((row) => [noun.keyOf(row), row])), [rows, noun]);

  // A view brings its columns; what is changed in it is kept only by saving.
  const own = view?.saved ?? null;
  const storageKey = own?.columns == null ? viewNoun : undefined;
  const sorted: GridSort = { columnId: sort.by, direction: sort.direction };
  const layout = useColumnLayout(columns, sorted, storageKey, own?.columns ?? null);
  const viewZone = own?.zone ?? null;
  useEffect(() => {
    if (viewZone !== null) change({ zone: viewZone });
  }, [viewZone, change]);

  // The address follows the cursor, so that coming back (or a reload) finds the row again.
  const rowKey = cursorKey === null || groupIdOf(cursorKey) !== null ? null : cursorKey;
  const written = useRef(address.search.row);
  useEffect(() => {
    if (written.current === rowKey) return;
    written.current = rowKey;
    setRow(rowKey);
  }, [rowKey, setRow]);

  const [shown, total] = [rows?.length, all?.length ?? 0];
  useEffect(() => {
    if (shown !== undefined) announce(`${shown} of ${total} ${noun.many}`);
  }, [shown, total, noun.many]);

  return {
    ...address,
    noun,
    saved: views.saved,
    query,
    problems,
    asker,
    setQuery: useCallback((next, quick) => ask({ text: printQuery(next) }, quick), [ask]),
    rows,
    lines,
    toggleGroup,
    waiting,
    show,
    cursor,
    current: cursorKey === null ? undefined : byKey.get(cursorKey),
    byKey,
    selection,
    setSelection,
    onTop,
    layout,
    sortBy: (columnId) => ask({ sort: nextSort(sort, columnId, noun) }),
  };
}
