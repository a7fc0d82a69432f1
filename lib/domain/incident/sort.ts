/** In which order the queue stands. Every order ends with the key, so that equal rows never change places. */
import { type Incident, incidentStatuses, severities } from '@/lib/domain/incident/incident';

export const incidentSortFields = [
  'updatedAt',
  'createdAt',
  'lastActivityAt',
  'severity',
  'status',
  'priorityScore',
  'alertCount',
  'title',
  'assignee',
  'key',
] as const;
export type IncidentSortField = (typeof incidentSortFields)[number];
export type IncidentSort = { by: IncidentSortField; direction: 'ascending' | 'descending' };

/** Newest change first, as both of Microsoft's queues do. */
export const defaultSort: IncidentSort = { by: 'updatedAt', direction: 'descending' };

const severityRank = new Map(severities.map((severity, index) => [severity, severities.length - index]));
const statusRank = new Map(incidentStatuses.map((status, index) => [status, index]));
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What each field is compared by; null sorts last in both directions. */
const sortValues = {
  updatedAt: (incident) => Date.parse(incident.updatedAt),
  createdAt: (incident) => Date.parse(incident.createdAt),
  lastActivityAt: (incident) => (incident.lastActivityAt === null ? null : Date.parse(incident.lastActivityAt)),
  severity: (incident) => severityRank.get(incident.severity) ?? 0,
  status: (incident) => statusRank.get(incident.status) ?? 0,
  priorityScore: (incident) => incident.priorityScore,
  alertCount: (incident) => incident.alertCount,
  title: (incident) => incident.title,
  assignee: (incident) => incident.assignee?.displayName ?? incident.assignee?.name ?? null,
  key: (incident) => incident.key,
} satisfies Record<IncidentSortField, (incident: Incident) => number | string | null>;

function compareValues(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** A new array in the wanted order. Values are read once per incident, not once per comparison. */
export function sortIncidents(incidents: readonly Incident[], sort: IncidentSort): Incident[] {
  const read: (incident: Incident) => number | string | null = sortValues[sort.by];
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return incidents
    .map((incident) => ({ incident, value: read(incident) }))
    .sort((left, right) => {
      if (left.value === null || right.value === null) {
        if (left.value !== right.value) return left.value === null ? 1 : -1;
      } else {
        const order = compareValues(left.value, right.value) * sign;
        if (order !== 0) return order;
      }
      return left.incident.key < right.incident.key ? -1 : 1;
    })
    .map(({ incident }) => incident);
}
