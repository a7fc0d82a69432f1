/** The alert queue's fields for whoever looks. */
'use client';
import { useMemo } from 'react';
import { alertNoun } from '@/components/vocabulary/alert-noun';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { QueueNoun } from '@/lib/domain/queue/queue-field';

/** `groups` are those that whoever looks is in; undefined while nobody knows. */
export function useAlertNoun(me: string | null, groups?: readonly Assignee[]): QueueNoun<AlertRow> {
  return useMemo(() => alertNoun({ me, groups }), [me, groups]);
}
