/** The alert queue as far as it never changes. */
import { alertCard, cardHeightPx } from '@/components/features/alert-queue/alert-card';
import { alertColumns } from '@/components/features/alert-queue/columns';
import type { SharedField } from '@/components/queue/acts/use-editing';
import type { QueueKind } from '@/components/queue/queue-kind';
import { alertViews } from '@/components/vocabulary/alert-views';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { alertsAddress, alertsStart } from '@/lib/routes/alerts-search';

export const alertKind: QueueKind<AlertRow, SharedField> = {
  title: 'Alerts',
  viewNoun: 'alerts',
  address: alertsAddress,
  start: alertsStart,
  startName: 'Open alerts',
  standing: alertViews,
  columns: alertColumns,
  card: alertCard,
  cardHeightPx,
  chips: ['status', 'severity', 'source', 'detection', 'assignee', 'updated'],
  editable: ['status', 'assignee'],
  selectionActs: [
    { field: 'status', words: 'Status', keys: 's' },
    { field: 'assignee', words: 'Assign', keys: 'A' },
    { field: 'comment', words: 'Comment', keys: 'c' },
    { field: 'resolve', words: 'Resolve', keys: 'e' },
  ],
  ahead: [
    () => import('@/components/features/alert-queue/pane/alert-pane'),
    () => import('@/components/features/alert-queue/acts/closing-editor'),
  ],
  none: 'Neither Defender nor the workspace has an alert in the last months. New ones appear here by themselves.',
  pane: { id: 'alerts', label: 'alert pane' },
  judgedByTracer: true,
};
