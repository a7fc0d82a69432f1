/** What stands over the rows: heading with views and display, the filter, and the selection when there is one. */
'use client';
import { type ReactNode, useMemo } from 'react';
import { DisplayMenu } from '@/components/queue/display/display-menu';
import { ExportMenu } from '@/components/queue/display/export-menu';
import { GroupMenu } from '@/components/queue/display/group-menu';
import { QueryBar } from '@/components/queue/filter/query-bar';
import { QueueHeading } from '@/components/queue/queue-heading';
import type { QueueKind } from '@/components/queue/queue-kind';
import { SelectionBar } from '@/components/queue/selection-bar';
import type { Queue } from '@/components/queue/use-queue';
import { valueMark } from '@/components/queue/values/value-mark';
import { ViewsMenu } from '@/components/queue/views/views-menu';

const none: readonly never[] = [];
const noKeys: ReadonlySet<string> = new Set();

/** What the buttons over the rows call. */
export type FrameActs<Field extends string> = {
  edit: (field: Field) => void;
  assignToMe: (() => void) | undefined;
};

export function QueueFrame<Row extends object, Field extends string>({
  kind,
  queue,
  all,
  awaiting = 0,
  me,
  people,
  summary,
  actions,
  acts,
  onLeave,
}: {
  kind: QueueKind<Row, Field>;
  queue: Queue<Row>;
  all: readonly Row[] | undefined;
  /** How many more there are. */
  awaiting?: number | undefined;
  /** UPN of who looks. */
  me: string | null;
  /** Names of people by their principal names. */
  people?: ReadonlyMap<string, string> | undefined;
  /** What the rows come to, in few words. */
  summary?: ReactNode;
  /** Buttons of this queue alone. */
  actions?: ReactNode;
  acts: FrameActs<Field>;
  onLeave: () => void;
}) {
  const { noun, view, edited, question, layout, selection, asker, openView } = queue;
  const viewId = view?.id ?? null;
  const onReset = useMemo(() => (edited ? () => openView(viewId) : undefined), [edited, openView, viewId]);
  return (
    <>
      <QueueHeading
        title={kind.title}
        views={
          <ViewsMenu
            noun={kind.viewNoun}
            startName={kind.startName}
            view={view}
            edited={edited}
            standing={kind.standing}
            saved={queue.saved}
            me={me}
            state={() => ({ search: queue.printed(), columns: layout.choice, zone: asker.zone })}
            onOpen={openView}
          />
        }
        shown={queue.rows?.length}
        total={(all?.length ?? 0) + awaiting}
        summary={summary}
        waiting={queue.waiting}
        onShow={queue.show}
      >
        <GroupMenu noun={noun} group={question.group} onGroup={(group) => queue.ask({ group })} />
        <ExportMenu many={noun.many} rows={queue.rows ?? none} columns={layout.columns} />
        <DisplayMenu layout={layout} />
        {actions}
      </QueueHeading>
      <QueryBar
        noun={noun}
        all={all ?? none}
        query={queue.query}
        asker={asker}
        onQuery={queue.setQuery}
        chips={kind.chips}
        mark={valueMark}
        people={people}
        onReset={onReset}
        onLeave={onLeave}
      />
      <SelectionBar
        many={noun.many}
        count={selection.size}
        acts={kind.selectionActs}
        onEdit={(field) => acts.edit(field)}
        onAssignToMe={acts.assignToMe}
        onClear={() => queue.setSelection(noKeys)}
      />
    </>
  );
}
