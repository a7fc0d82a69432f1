/** What acting upon alerts has to know of them. */
import { alertName } from '@/components/features/alert-queue/acts/alert-name';
import { assigneeOf, personNamed } from '@/components/features/alert-queue/alert-words';
import type { ActNoun } from '@/components/queue/acts/act-noun';
import { changeWords } from '@/components/queue/acts/change-words';
import { createUndoStack } from '@/components/queue/acts/undo-stack';
import { type AlertChanges, type AlertRow, alertFields } from '@/lib/domain/alert/alert-row';
import { alertCan } from '@/lib/domain/alert/capabilities';
import type { Capability } from '@/lib/domain/incident/capabilities';
import { alertsAddress } from '@/lib/routes/alerts-search';
import { alertsPath } from '@/lib/routes/paths';

/** The alert alone, whatever the filter was. */
export function alertPath({ id }: Pick<AlertRow, 'id'>): string {
  return alertsPath(alertsAddress.print({ q: `id:${id}`, row: id }));
}

const whyNot = (can: Capability) => (can.allowed ? null : can.reason);

export const alertActs: ActNoun<AlertRow, AlertChanges> = {
  one: 'alert',
  many: 'alerts',
  keyOf: ({ id }) => id,
  nameOf: alertName,
  subjectOf: alertName,
  pathOf: alertPath,
  statusOf: ({ status }) => (status === 'unknown' ? null : status),
  assigneeOf,
  systemsOf: () => ['defender'],
  syncsOf: ({ sync }) => alertFields.flatMap((field) => sync[field] ?? []),
  wants: ({ assignee, ...wanted }) => ({
    ...wanted,
    ...(assignee === undefined ? {} : { assignee: assignee?.name ?? null }),
  }),
  changeWords: ({ assignee, ...changes }) =>
    changeWords({
      ...changes,
      ...(assignee === undefined ? {} : { assignee: assignee === null ? null : personNamed(assignee) }),
    }) ?? 'changed',
  obstacle: (alert) => whyNot(alertCan.change(alert)),
  noteObstacle: (alert) => whyNot(alertCan.comment(alert)),
  can: { changeStatus: alertCan.change, assign: alertCan.change },
  noteHint: () => 'Goes to Defender, where comments stay as they are.',
  undoStack: createUndoStack(),
};
