/** Statuses and severities in the words of the Defender portal. */
import type { IncidentStatus, Severity } from '@/lib/domain/incident/incident';

export const statusWords = {
  new: 'New',
  inProgress: 'In progress',
  awaitingAction: 'Awaiting action',
  resolved: 'Resolved',
  redirected: 'Redirected',
} as const satisfies Record<IncidentStatus, string>;

export const severityWords = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Unknown',
} as const satisfies Record<Severity, string>;
