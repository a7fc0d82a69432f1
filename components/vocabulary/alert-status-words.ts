/** An alert's own status; it moves apart from its incident's until the incident is resolved. */
import type { AlertStatus } from '@/lib/domain/alert/alert';

export const alertStatusWords = {
  new: 'New',
  inProgress: 'In progress',
  resolved: 'Resolved',
  unknown: 'Not told',
} as const satisfies Record<AlertStatus, string>;
