/** An alert for tests with nothing special about it: new, nobody's, and in incident 1 of Defender. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';

/** `change` says what the test is about. */
export function plainAlertRow(change: Partial<AlertRow> & { id: string }): AlertRow {
  const at = '2025-01-15T10:00:00.000Z';
  return {
    title: 'Impossible travel',
    severity: 'high',
    status: 'new',
    product: 'defenderForEndpoint',
    detectionSource: null,
    system: 'defender',
    tactics: [],
    techniques: [],
    incidentKey: '1',
    assignee: null,
    verdict: null,
    users: [],
    devices: [],
    createdAt: at,
    firstActivityAt: at,
    lastActivityAt: at,
    updatedAt: at,
    sync: {},
    ...change,
  };
}
