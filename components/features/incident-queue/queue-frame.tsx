/** What stands over the rows: heading with views and display, the filter, and the selection when there is one. */
'use client';
import { useMemo } from 'react';
import type { QueueActing } from '@/components/features/incident-queue/acts/use-queue-acts';
import { SelectionBar } from '@/components/features/incident-queue/selection-bar';
import { TodayCount } from '@/components/features/incident-queue/today-count';
import { valueMark } from '@/components/features/incident-queue/value-mark';
import { DisplayMenu } from '@/components/queue/display-menu';
import { ExportMenu } from '@/components/queue/export-menu';
import { GroupMenu } from '@/components/queue/group-menu';
import { QueryBar } from '@/components/queue/query-bar';
import { QueueHeading } from '@/components/queue/queue-heading';
import type { Queue } from '@/components/queue/use-queue';
import { ViewsMenu } from '@/components/queue/views-menu';
import { incidentViews } from '@/components/vocabulary/incident-views';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { incidentsAddress } from '@/lib/routes/incidents-search';

export const startName = 'Open incidents';

const none: readonly Incident[] = [];
const chips = ['status', 'severity', 'system', 'product', 'assignee', 'tag', 'updated'];

export function QueueFrame({
  queue,
  all,
  me,
  people,
  acts,
  onLeave,
}: {
  queue: Queue<Incident>;
  all: readonly Incident[] | undefined;
  me: Assignee | null;
  people: ReadonlyMap<string, string>;
  acts: Pick<QueueActing, 'edit' | 'assignToMe'>;
  onLeave: () => void;
}) {
  const { noun, view, edited, question, layout, selection, asker, openView } = queue;
  const viewId = view?.id ?? null;
  const onReset = useMemo(() => (edited ? () => openView(viewId) : undefined), [edited, openView, viewId]);
  return (
    <>
      <QueueHeading
        title="Incidents"
        views={
          <ViewsMenu
            noun="incidents"
            startName={startName}
            view={view}
            edited={edited}
            standing={incidentViews}
            saved={queue.saved}
            me={me?.name ?? null}
            state={() => ({
              search: incidentsAddress.print({
                q: question.text,
                sort: question.sort,
                group: question.group,
              }),
              columns: layout.choice,
              zone: asker.zone,
            })}
            onOpen={queue.openView}
          />
        }
        shown={queue.rows?.length}
        total={all?.length ?? 0}
        summary={all === undefined ? undefined : <TodayCount all={all} asker={asker} />}
        waiting={queue.waiting}
        onShow={queue.show}
      >
        <GroupMenu noun={noun} group={question.group} onGroup={(group) => queue.ask({ group })} />
        <ExportMenu many={noun.many} rows={queue.rows ?? []} columns={layout.columns} />
        <DisplayMenu layout={layout} />
      </QueueHeading>
      <QueryBar
        noun={noun}
        all={all ?? none}
        query={queue.query}
        asker={asker}
        onQuery={queue.setQuery}
        chips={chips}
        mark={valueMark}
        people={people}
        onReset={onReset}
        onLeave={onLeave}
      />
      <SelectionBar
        count={selection.size}
        onEdit={(field) => acts.edit(field)}
        onAssignToMe={me === null ? undefined : acts.assignToMe}
        onClear={() => queue.setSelection(new Set())}
      />
    </>
  );
}
