/** Alerts for tests of components. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { plainAlertRow } from '@/lib/domain/alert/testing/plain-alert-row';

export function alertOf(more: Partial<AlertRow> & { id: string }): AlertRow {
  return plainAlertRow({
    severity: 'medium',
    detectionSource: 'antivirus',
    tactics: ['InitialAccess'],
    techniques: ['T1078'],
    incidentKey: '12345',
    users: ['alex.johnson@contoso.com'],
    devices: ['pc-1.contoso.com'],
    createdAt: '2025-01-15T09:00:00.000Z',
    firstActivityAt: '2025-01-15T08:50:00.000Z',
    lastActivityAt: '2025-01-15T08:55:00.000Z',
    updatedAt: '2025-01-15T09:00:00.000Z',
    ...more,
  });
}
