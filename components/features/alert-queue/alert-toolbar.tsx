/** Above the rows: the view, how many, what waits, grouping, columns, export; beneath it the filter. */
'use client';
import { useMemo } from 'react';
import { DisplayMenu } from '@/components/queue/display-menu';
import { ExportMenu } from '@/components/queue/export-menu';
import { GroupMenu } from '@/components/queue/group-menu';
import { QueryBar } from '@/components/queue/query-bar';
import { QueueHeading } from '@/components/queue/queue-heading';
import type { Queue } from '@/components/queue/use-queue';
import type { StandingView } from '@/components/queue/use-queue-address';
import { ViewsMenu } from '@/components/queue/views-menu';
import { AlertStatusMark } from '@/components/vocabulary/alert-status';
import { SeverityMark } from '@/components/vocabulary/severity';
import { alertStatuses } from '@/lib/domain/alert/alert';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { severities } from '@/lib/domain/incident/incident';
import { alertsAddress } from '@/lib/routes/alerts-search';

const chips = ['status', 'severity', 'source', 'detection', 'assignee', 'updated'];

function mark(field: string, value: string) {
  const severity = severities.find((candidate) => candidate === value);
  if (field === 'severity' && severity !== undefined) return <SeverityMark severity={severity} word={false} />;
  const status = alertStatuses.find((candidate) => candidate === value);
  return field === 'status' && status !== undefined ? <AlertStatusMark status={status} /> : null;
}

export function AlertToolbar({
  queue,
  all,
  standing,
  startName,
  me,
  onLeave,
}: {
  queue: Queue<AlertRow>;
  all: readonly AlertRow[] | undefined;
  standing: readonly StandingView[];
  startName: string;
  me: string | null;
  onLeave: () => void;
}) {
  const { rows, noun, question, layout } = queue;
  // Counted once per list: every move of the cursor comes by here.
  const incidents = useMemo(() => {
    const keys = new Set(rows?.map(({ incidentKey }) => incidentKey));
    keys.delete(null);
    return keys.size;
  }, [rows]);
  return (
    <>
      <QueueHeading
        title="Alerts"
        views={
          <ViewsMenu
            noun="alerts"
            startName={startName}
            view={queue.view}
            edited={queue.edited}
            standing={standing}
            saved={queue.saved}
            me={me}
            state={() => ({
              search: alertsAddress.print({ q: question.text, sort: question.sort, group: question.group }),
              columns: layout.choice,
              zone: queue.asker.zone,
            })}
            onOpen={queue.openView}
          />
        }
        shown={rows?.length}
        total={all?.length ?? 0}
        summary={`in ${incidents.toLocaleString('en')} ${incidents === 1 ? 'incident' : 'incidents'}`}
        waiting={queue.waiting}
        onShow={queue.show}
      >
        <GroupMenu noun={noun} group={question.group} onGroup={(group) => queue.ask({ group })} />
        <ExportMenu many={noun.many} rows={rows ?? []} columns={layout.columns} />
        <DisplayMenu layout={layout} />
      </QueueHeading>
      <QueryBar
        noun={noun}
        all={all ?? []}
        query={queue.query}
        asker={queue.asker}
        onQuery={queue.setQuery}
        chips={chips}
        mark={mark}
        onReset={queue.edited ? () => queue.openView(queue.view?.id ?? null) : undefined}
        onLeave={onLeave}
      />
    </>
  );
}
