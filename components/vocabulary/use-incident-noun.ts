/** The incident queue's fields for whoever looks, made anew every quarter of an hour: waiting gets longer, and sorting notices. */
'use client';
import { useMemo } from 'react';
import { incidentNoun } from '@/components/vocabulary/incident-noun';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

const quarterMs = 15 * 60_000;

/** The moment that priorities are of: the same for a quarter of an hour, so that rows don't wander. */
export function priorityMoment(now: Date): Date {
  return new Date(Math.floor(now.getTime() / quarterMs) * quarterMs);
}

/** `groups` are those that whoever looks is in; undefined while nobody knows. */
export function useIncidentNoun(
  now: Date,
  me: string | null,
  since: string | null,
  groups?: readonly Assignee[],
): QueueNoun<Incident> {
  const momentMs = priorityMoment(now).getTime();
  return useMemo(() => incidentNoun({ now: new Date(momentMs), me, groups, since }), [momentMs, me, groups, since]);
}
