/** How a status travels. Microsoft documents `active` ↔ `New` only; the other rows follow the order of both enums. */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelIncidentStatus } from '@/lib/wire/sentinel/incident';

export const sentinelStatuses: Record<GraphIncident['status'], SentinelIncidentStatus> = {
  active: 'New',
  inProgress: 'Active',
  awaitingAction: 'Active',
  resolved: 'Closed',
  redirected: 'Closed',
  unknownFutureValue: 'Active',
};

export const graphStatuses: Record<SentinelIncidentStatus, GraphIncident['status']> = {
  New: 'active',
  Active: 'inProgress',
  Closed: 'resolved',
};
