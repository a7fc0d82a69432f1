/** Judges the traced incident by the filter of the queue that it was missed in; null when there is no incident. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePreferences } from '@/components/ui/preferences-provider';
import { incidentNoun } from '@/components/vocabulary/incident-noun';
import { readQuery } from '@/lib/domain/queue/read-query';
import { queueStep } from '@/lib/domain/trace/queue-step';
import type { TraceStep } from '@/lib/domain/trace/trace';
import { incidentQueries } from '@/lib/queries/incidents';
import { peopleQueries } from '@/lib/queries/people';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';
import { incidentsAddress, incidentsStart } from '@/lib/routes/incidents-search';
import { questionOf } from '@/lib/routes/queue-search';

/** `queue` is a printed address of the incident queue; empty is how the queue starts. */
export function useQueueStep(incidentKey: string | null, queue: string): TraceStep | null {
  const { data: list } = useQuery(incidentQueries.list());
  const me = useQuery(sessionQueries.current()).data?.me.name ?? null;
  const groups = useQuery(peopleQueries.myGroups()).data;
  const [{ zone }] = usePreferences();
  return useMemo(() => {
    const incident = list?.incidents.find(({ key }) => key === incidentKey);
    if (incident === undefined) return null;
    const now = serverNow();
    const noun = incidentNoun({ now, me, groups, since: null });
    const { text } = questionOf(incidentsAddress.load(queue), null, incidentsStart);
    return queueStep(incident, readQuery(text, noun.fields).query, noun, { me, now, zone });
  }, [list, incidentKey, queue, me, groups, zone]);
}
