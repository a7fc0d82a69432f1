/** A queue as a page: what is wrong, the frame, the rows with a pane beside or over them, and what acts draw. */
'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect } from 'react';
import { Grid } from '@/components/grid/grid';
import type { GridExpansion } from '@/components/grid/grid-expansion';
import { focusRows } from '@/components/grid/step-row';
import type { PanePlace } from '@/components/queue/pane/use-pane-place';
import { useScreen } from '@/components/queue/pane/use-screen';
import { QueueBanners } from '@/components/queue/queue-banners';
import { type FrameActs, QueueFrame } from '@/components/queue/queue-frame';
import type { QueueKind } from '@/components/queue/queue-kind';
import type { Queue } from '@/components/queue/use-queue';
import { useValueMenu } from '@/components/queue/values/use-value-menu';
import { patiently } from '@/components/ui/patiently';
import { SplitPane } from '@/components/ui/split-pane';
import { type Loader, useLoadAhead } from '@/components/ui/use-load-ahead';

// Neither is there at the first look.
const BottomSheet = dynamic(
  () => patiently(() => import('@/components/queue/pane/bottom-sheet')).then((file) => file.BottomSheet),
  {
    ssr: false,
  },
);
const QueueEmpty = dynamic(
  () => patiently(() => import('@/components/queue/queue-empty')).then((file) => file.QueueEmpty),
  {
    ssr: false,
  },
);

const none: readonly never[] = [];

/** What every queue shows later. */
const ahead: readonly Loader[] = [
  () => import('@/components/queue/acts/field-editor'),
  () => import('@/components/vocabulary/overtaken-dialog'),
  () => import('@/components/queue/acts/result-panel'),
  () => import('@/components/queue/queue-empty'),
  () => import('@/components/queue/pane/bottom-sheet'),
  () => import('@/components/ui/popover-panel'),
  () => import('@/components/queue/filter/filter-panel'),
  () => import('@/components/queue/filter/field-choice'),
  () => import('@/components/queue/views/views-panel'),
  () => import('@/components/queue/values/value-menu'),
  () => import('@/components/queue/display/group-panel'),
  () => import('@/components/queue/display/display-panel'),
  () => import('@/components/queue/display/export-panel'),
  () => import('@/lib/domain/queue/export-rows'),
];

export type QueueActing<Row, Field extends string> = Omit<FrameActs<Field>, 'edit'> & {
  /** Opens the editor of a field of these rows, else of the selection or the row under the cursor. */
  edit: (field: Field, rows?: readonly Row[]) => void;
  /** Menus, dialogs and the list of what did not work; drawn once, below the rows. */
  element: ReactNode;
};

export type QueuePageProps<Row extends object, Field extends string> = {
  kind: QueueKind<Row, Field>;
  queue: Queue<Row>;
  /** Every row that is known; undefined until the first answer. */
  all: readonly Row[] | undefined;
  /** How many more there are that have not been read yet. */
  awaiting?: number | undefined;
  error: Error | null;
  onRetry: () => void;
  /** Parameters of the address that make no sense. */
  misread: readonly string[];
  /** UPN of who looks. */
  me: string | null;
  people?: ReadonlyMap<string, string> | undefined;
  summary?: ReactNode;
  /** Buttons of this queue alone, at the end of its heading. */
  actions?: ReactNode;
  acting: QueueActing<Row, Field>;
  place: PanePlace;
  /** Of the row under the cursor. */
  pane: ReactNode;
  /** What the sheet is called that lies over the rows on a small screen. */
  sheetLabel: (row: Row) => string;
  onOpen: (row: Row) => void;
  expansion?: GridExpansion<Row> | undefined;
  /** Between the frame and the rows. */
  children?: ReactNode;
};

/** Who comes back to a row goes on with its keys: Enter opens it again, j goes on from there. */
function useFocusOnReturn<Row>({ rows, cursor }: Pick<Queue<Row>, 'rows' | 'cursor'>): void {
  const arrived = rows !== undefined && rows.length > 0;
  useEffect(() => {
    if (arrived && cursor.get().rowKey !== null && document.activeElement === document.body) focusRows();
  }, [arrived, cursor]);
}

function QueueRows<Row extends object, Field extends string>(page: QueuePageProps<Row, Field>) {
  const { kind, queue, all, error, acting, place, onOpen, expansion } = page;
  const screen = useScreen();
  const menu = useValueMenu(queue);
  // A list that was read once stays on the screen, whatever happens to later reads.
  const failed = error !== null && all === undefined;
  return (
    <div role="presentation" className="flex min-h-0 min-w-0 flex-1 flex-col" {...menu.listeners}>
      <Grid
        label={kind.title}
        rows={failed ? none : queue.rows}
        rowKey={queue.noun.keyOf}
        columns={kind.columns}
        cursor={queue.cursor}
        lines={queue.lines}
        onToggleGroup={queue.toggleGroup}
        expansion={expansion}
        onSort={queue.sortBy}
        onOpen={onOpen}
        onPress={() => place.setSheet(true)}
        onTop={queue.onTop}
        selection={queue.selection}
        onSelection={queue.setSelection}
        layout={queue.layout}
        card={screen === 'phone' ? kind.card : undefined}
        cardHeightPx={kind.cardHeightPx}
        letterKeys
        onEdit={(row, what) => {
          const field = kind.editable.find((editable) => editable === what);
          if (field !== undefined) acting.edit(field, [row]);
        }}
        empty={
          failed || all === undefined ? null : (
            <QueueEmpty
              noun={queue.noun}
              total={all.length}
              query={queue.query}
              none={kind.none}
              startName={kind.startName}
              missedIn={kind.judgedByTracer ? { [kind.viewNoun]: queue.printed() } : {}}
              onEverything={() => queue.ask({ text: '' })}
              onStart={() => queue.openView(null)}
            />
          )
        }
      />
      {menu.element}
    </div>
  );
}

export function QueuePage<Row extends object, Field extends string>(page: QueuePageProps<Row, Field>) {
  const { kind, queue, acting, place, pane, sheetLabel } = page;
  const { current } = queue;
  const screen = useScreen();
  useFocusOnReturn(queue);
  useLoadAhead(kind.ahead ?? none);
  useLoadAhead(ahead);
  return (
    <>
      <QueueBanners
        many={queue.noun.many}
        misread={page.misread}
        onDrop={queue.drop}
        error={page.error}
        read={page.all?.length ?? 0}
        awaiting={page.awaiting}
        onRetry={page.onRetry}
      />
      <QueueFrame
        kind={kind}
        queue={queue}
        all={page.all}
        awaiting={page.awaiting}
        me={page.me}
        people={page.people}
        summary={page.summary}
        actions={page.actions}
        acts={acting}
        onLeave={focusRows}
      />
      {page.children}
      <SplitPane
        id={kind.pane.id}
        label={kind.pane.label}
        direction="row"
        fixed="second"
        size={390}
        min={300}
        first={<QueueRows {...page} />}
        second={screen === 'wide' && place.open ? pane : null}
      />
      {screen !== 'wide' && place.sheet && current !== undefined ? (
        <BottomSheet label={sheetLabel(current)} onClose={() => place.setSheet(false)} onClosed={focusRows}>
          {pane}
        </BottomSheet>
      ) : null}
      {acting.element}
    </>
  );
}
