/** The value of an alert's field in words, for sentences about who changed what. */
import type { AlertField, AlertRow } from '@/lib/domain/alert/alert-row';

const statuses = { new: 'New', inProgress: 'In progress', resolved: 'Resolved', unknown: 'not told' } as const;
const classifications = {
  truePositive: 'True positive',
  falsePositive: 'False positive',
  benignPositive: 'Benign positive',
  undetermined: 'not set',
} as const;

export function alertFieldText(field: AlertField, alert: AlertRow): string {
  switch (field) {
    case 'status':
      return statuses[alert.status];
    case 'assignee':
      return alert.assignee ?? 'nobody';
    case 'verdict':
      return classifications[alert.verdict?.classification ?? 'undetermined'];
  }
}
