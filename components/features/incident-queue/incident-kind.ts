/** The incident queue as far as it never changes. */
import type { EditedField } from '@/components/features/incident-queue/acts/use-incident-acts';
import { incidentColumns } from '@/components/features/incident-queue/columns';
import { cardHeightPx, incidentCard } from '@/components/features/incident-queue/incident-card';
import type { QueueKind } from '@/components/queue/queue-kind';
import { incidentViews } from '@/components/vocabulary/incident-views';
import type { Incident } from '@/lib/domain/incident/incident';
import { incidentsAddress, incidentsStart } from '@/lib/routes/incidents-search';

export const incidentKind: QueueKind<Incident, EditedField> = {
  title: 'Incidents',
  viewNoun: 'incidents',
  address: incidentsAddress,
  start: incidentsStart,
  startName: 'Open incidents',
  standing: incidentViews,
  columns: incidentColumns,
  card: incidentCard,
  cardHeightPx,
  chips: ['status', 'severity', 'system', 'product', 'assignee', 'tag', 'updated'],
  editable: ['status', 'severity', 'assignee'],
  selectionActs: [
    { field: 'status', words: 'Status', keys: 's' },
    { field: 'severity', words: 'Severity', keys: 'v' },
    { field: 'assignee', words: 'Assign', keys: 'A' },
    { field: 'tags', words: 'Tag', keys: 't' },
    { field: 'comment', words: 'Comment', keys: 'c' },
    { field: 'resolve', words: 'Resolve', keys: 'e' },
    { field: 'merge', words: 'Merge', keys: 'm' },
  ],
  ahead: [
    () => import('@/components/features/incident-queue/pane/side-pane'),
    () => import('@/components/features/incident-queue/acts/own-editor'),
    () => import('@/components/features/incident-queue/row-alerts'),
    () => import('@/components/features/incident-queue/morning-strip'),
  ],
  none: 'Neither Defender nor Sentinel has an incident in the last months. New ones appear here by themselves.',
  pane: { id: 'queue', label: 'side pane' },
  judgedByTracer: true,
};
