/** Who stands above and below the incident in the queue that the analyst came from. */
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Neighbours, neighbours } from '@/components/features/incident-page/queue-address';
import { useNowMs } from '@/components/queue/use-now';
import { usePreferences } from '@/components/ui/preferences-provider';
import { useIncidentNoun } from '@/components/vocabulary/use-incident-noun';
import type { Incident } from '@/lib/domain/incident/incident';
import { peopleQueries } from '@/lib/queries/people';
import { viewQueries, visitQueries } from '@/lib/queries/views';
import type { QueueSearch } from '@/lib/routes/queue-search';

export function useNeighbours(
  incidents: readonly Incident[],
  search: QueueSearch,
  key: string,
  me: string | null,
): Neighbours {
  const saved = useQuery(viewQueries.list()).data;
  const since = useQuery(visitQueries.current()).data?.previousEndedAt ?? null;
  const [{ zone }] = usePreferences();
  const nowMs = useNowMs('minute');
  const groups = useQuery(peopleQueries.myGroups()).data;
  const noun = useIncidentNoun(new Date(nowMs), me, since, groups);
  return useMemo(
    () => neighbours(incidents, search, key, { noun, asker: { me, now: new Date(nowMs), zone }, saved }),
    [incidents, search, key, noun, me, nowMs, zone, saved],
  );
}
