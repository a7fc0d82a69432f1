/** Judges what was traced by the filters of the queues that it was missed in, or as they open for whoever asks. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePreferences } from '@/components/ui/preferences-provider';
import { alertNoun } from '@/components/vocabulary/alert-noun';
import { alertViews } from '@/components/vocabulary/alert-views';
import { incidentNoun } from '@/components/vocabulary/incident-noun';
import { openedIncidents } from '@/components/vocabulary/incident-views';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';
import { readQuery } from '@/lib/domain/queue/read-query';
import { queueStep } from '@/lib/domain/trace/queue-step';
import type { Trace, TraceStep } from '@/lib/domain/trace/trace';
import { alertQueries } from '@/lib/queries/alerts';
import { incidentQueries } from '@/lib/queries/incidents';
import { peopleQueries } from '@/lib/queries/people';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';
import { viewQueries } from '@/lib/queries/views';
import { alertsAddress, alertsStart } from '@/lib/routes/alerts-search';
import { type OpenedQueue, openedQuestion } from '@/lib/routes/opened-question';
import type { MissedIn } from '@/lib/routes/paths';

const alertQueue: OpenedQueue = { noun: 'alerts', address: alertsAddress, start: alertsStart, standing: alertViews };

/** None for what the queues do not list. */
export function useQueueSteps(
  { incidentKey, alertId }: Pick<Trace, 'incidentKey' | 'alertId'>,
  { incidents = '', alerts = '' }: MissedIn,
): TraceStep[] {
  const { data: list } = useQuery(incidentQueries.list());
  const { data: reply } = useQuery({ ...alertQueries.detail(alertId ?? ''), enabled: alertId !== null });
  const { data: saved } = useQuery(viewQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me.name ?? null;
  const groups = useQuery(peopleQueries.myGroups()).data;
  const [{ zone }] = usePreferences();
  return useMemo(() => {
    const now = serverNow();
    const judge = <Row extends object>(row: Row, noun: QueueNoun<Row>, queue: OpenedQueue, missedIn: string) => {
      const { text } = openedQuestion(queue, queue.address.load(missedIn), saved);
      return queueStep(row, readQuery(text, noun.fields).query, noun, { me, now, zone });
    };
    const incident = list?.incidents.find(({ key }) => key === incidentKey);
    const alert = alertId !== null && reply?.kind === 'found' ? reply.detail.row : undefined;
    return [
      ...(incident === undefined
        ? []
        : [judge(incident, incidentNoun({ now, me, groups, since: null }), openedIncidents, incidents)]),
      ...(alert === undefined ? [] : [judge(alert, alertNoun({ me, groups }), alertQueue, alerts)]),
    ];
  }, [list, incidentKey, reply, alertId, incidents, alerts, saved, me, groups, zone]);
}
