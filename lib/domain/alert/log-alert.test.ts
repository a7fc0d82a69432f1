import { describe, expect, it } from 'vitest';
import { logAlertEntities, logAlertNames, logAlerts, rowFromLog } from '@/lib/domain/alert/log-alert';

const entities = [
  { $id: '2', Type: 'account', Name: 'alex.johnson', UPNSuffix: 'contoso.com', Host: { $ref: '3' } },
  { $id: '3', Type: 'host', HostName: 'pc-1', DnsDomain: 'contoso.com' },
  { $id: '4', Type: 'ip', Address: '203.0.113.7' },
  { $id: '5', Type: 'filehash', Algorithm: 'SHA256', Value: 'ab'.repeat(32) },
  { $id: '6', Type: 'iotdevice', DeviceId: 'cam-7' },
  { $ref: '2' },
];
const cells = {
  SystemAlertId: '0a0a0a0a-1111-4222-8333-444444444444',
  VendorOriginalId: '0a0a0a0a-1111-4222-8333-444444444444',
  DisplayName: 'Odd DNS traffic',
  AlertSeverity: 'Medium',
  Status: 'New',
  ProductName: 'Azure Sentinel',
  ProductComponentName: 'Scheduled Alerts',
  Tactics: 'CommandAndControl,InitialAccess',
  Techniques: '["T1071"]',
  Entities: JSON.stringify(entities),
  StartTime: '2025-01-15T09:00:00.1234567Z',
  EndTime: '2025-01-15T09:30:00Z',
  FirstGenerated: '2025-01-15T09:35:00Z',
  TimeGenerated: '2025-01-15T10:00:00Z',
  IncidentName: '',
};
const alertWith = (more: Partial<Record<keyof typeof cells, unknown>> = {}) => {
  const all = Object.entries({ ...cells, ...more });
  const [alert] = logAlerts({
    columns: all.map(([name]) => ({ name, type: 'string' })),
    rows: [all.map(([, value]) => (value === null ? null : String(value)))],
  });
  if (alert === undefined) throw new Error('no alert');
  return alert;
};

it('reads an alert of the workspace', () => {
  expect(rowFromLog(alertWith())).toEqual({
    id: cells.SystemAlertId,
    title: 'Odd DNS traffic',
    severity: 'medium',
    status: 'new',
    product: 'sentinel',
    detectionSource: 'scheduledAlerts',
    system: 'sentinel',
    tactics: ['InitialAccess', 'CommandAndControl'],
    techniques: ['T1071'],
    incidentKey: null,
    assignee: null,
    verdict: null,
    users: ['alex.johnson@contoso.com'],
    devices: ['pc-1.contoso.com'],
    createdAt: '2025-01-15T09:35:00.000Z',
    firstActivityAt: '2025-01-15T09:00:00.123Z',
    lastActivityAt: '2025-01-15T09:30:00.000Z',
    updatedAt: '2025-01-15T10:00:00.000Z',
    sync: {},
  });
});

it.each<[keyof typeof cells, string, object]>([
  ['Status', 'Dismissed', { status: 'resolved' }],
  ['Status', 'Unknown', { status: 'unknown' }],
  ['AlertSeverity', '', { severity: 'unknown' }],
  ['Tactics', '["Impact"]', { tactics: ['Impact'] }],
  ['Techniques', 'null', { techniques: [] }],
  ['Entities', '[{"Type":"account","Name":"cut o', { users: [] }],
  ['Entities', '[null, 7, "x"]', { users: [] }],
  ['DisplayName', '', { title: cells.SystemAlertId }],
  ['IncidentName', 'b1', { incidentKey: 'b1' }],
])('%s = %s', (name, value, expected) => {
  expect(rowFromLog(alertWith({ [name]: value }))).toMatchObject(expected);
});

describe('its entities', () => {
  it('have the ids that Graph evidence and Sentinel incidents give them', () => {
    expect(logAlertEntities(alertWith()).map(({ id }) => id)).toEqual([
      'user:alex.johnson@contoso.com',
      'device:pc-1.contoso.com',
      'ip:203.0.113.7',
      `file:${'ab'.repeat(32)}`,
      'other:cam-7',
    ]);
  });
});

it("is known to Defender by its GUID or by the product's own id", () => {
  expect(logAlertNames(alertWith())).toEqual([cells.SystemAlertId]);
  expect(logAlertNames(alertWith({ VendorOriginalId: 'da637_1' }))).toEqual([cells.SystemAlertId, 'da637_1']);
});
