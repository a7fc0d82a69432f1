/** What stands over the rows: heading with views and display, the filter, and the selection when there is one. */
import type { ReactNode } from 'react';
import type { QueueActing } from '@/components/features/incident-queue/acts/use-queue-acts';
import { SelectionBar } from '@/components/features/incident-queue/selection-bar';
import { TodayCount } from '@/components/features/incident-queue/today-count';
import { DisplayMenu } from '@/components/queue/display-menu';
import { ExportMenu } from '@/components/queue/export-menu';
import { GroupMenu } from '@/components/queue/group-menu';
import { QueryBar } from '@/components/queue/query-bar';
import { QueueHeading } from '@/components/queue/queue-heading';
import type { Queue } from '@/components/queue/use-queue';
import { ViewsMenu } from '@/components/queue/views-menu';
import { incidentViews } from '@/components/vocabulary/incident-views';
import { SeverityMark } from '@/components/vocabulary/severity';
import { StatusMark } from '@/components/vocabulary/status';
import { type Assignee, type Incident, incidentStatuses, severities } from '@/lib/domain/incident/incident';
import { incidentsAddress } from '@/lib/routes/incidents-search';

export const startName = 'Open incidents';

const chips = ['status', 'severity', 'system', 'product', 'assignee', 'tag', 'updated'];

function mark(field: string, value: string): ReactNode {
  const severity = severities.find((known) => known === value);
  if (field === 'severity' && severity !== undefined) return <SeverityMark severity={severity} word={false} />;
  const status = incidentStatuses.find((known) => known === value);
  return field === 'status' && status !== undefined ? <StatusMark status={status} word={false} /> : null;
}

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
  const { noun, view, edited, question, layout, selection, asker } = queue;
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
        all={all ?? []}
        query={queue.query}
        asker={asker}
        onQuery={queue.setQuery}
        chips={chips}
        mark={mark}
        people={people}
        onReset={queue.edited ? () => queue.openView(view?.id ?? null) : undefined}
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
