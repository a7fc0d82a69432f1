/** An incident for tests; `change` says what the test is about. */
import type { Incident } from '@/lib/domain/incident/incident';

export function incidentOf(change: Partial<Incident> & { key: string }): Incident {
  return {
    title: `Incident ${change.key}`,
    description: null,
    status: 'new',
    severity: 'medium',
    verdict: null,
    assignee: null,
    tags: [],
    defender: { id: change.key, webUrl: 'https://security.microsoft.com/', updatedAt: '2025-01-15T10:00:00.000Z' },
    sentinel: null,
    products: ['defenderForEndpoint'],
    alertCount: 1,
    tactics: [],
    priorityScore: null,
    createdAt: '2025-01-15T09:00:00.000Z',
    updatedAt: '2025-01-15T10:00:00.000Z',
    firstActivityAt: null,
    lastActivityAt: null,
    redirectedTo: null,
    sync: {},
    ...change,
  };
}
