/** An incident for tests of the queue; `change` says what the test is about. */
import type { Incident } from '@/lib/domain/incident/incident';
import { plainIncident } from '@/lib/domain/incident/testing/plain-incident';

export function incidentOf(change: Partial<Incident> & { key: string }): Incident {
  const defender = { id: change.key, webUrl: 'https://security.microsoft.com/', updatedAt: '2025-01-15T10:00:00.000Z' };
  return plainIncident({ defender, products: ['defenderForEndpoint'], ...change });
}
