/** An incident for tests with nothing special about it: new, nobody's, and Defender's alone. */
import type { Incident } from '@/lib/domain/incident/incident';

/** `change` says what the test is about; without a key it is incident 1. */
export function plainIncident(change: Partial<Incident> = {}): Incident {
  const { key = '1' } = change;
  return {
    key,
    title: `Incident ${key}`,
    description: null,
    status: 'new',
    severity: 'medium',
    verdict: null,
    assignee: null,
    tags: [],
    defender: { id: key, webUrl: '', updatedAt: '2025-01-15T10:00:00.000Z' },
    sentinel: null,
    products: [],
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
