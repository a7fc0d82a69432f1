import { describe, expect, it } from 'vitest';
import { overtakenAlert, overtakenAlertFields } from '@/lib/domain/alert/act';
import { type AlertChangeCommand, alertKey, alertOfKey, withAlertActs } from '@/lib/domain/alert/alert-command';
import { linkFromGraph } from '@/lib/domain/alert/alert-link';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { decodeAlerts, encodeAlerts } from '@/lib/domain/alert/alert-table';
import { alertCan } from '@/lib/domain/alert/capabilities';
import { currentAlertValues, paintAlert, showsAlertField } from '@/lib/domain/alert/paint';
import { rowFromGraph } from '@/lib/domain/alert/row-from-graph';
import { createShareTexts } from '@/lib/domain/alert/shared-texts';
import { alertToGraph } from '@/lib/domain/alert/to-graph';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

const row: AlertRow = {
  id: 'sn0a0a0a0a-1111-4222-8333-444444444444',
  title: 'Impossible travel',
  severity: 'high',
  status: 'new',
  product: 'sentinel',
  detectionSource: 'scheduledAlerts',
  system: 'defender',
  tactics: ['InitialAccess', 'CredentialAccess'],
  techniques: ['T1078'],
  incidentKey: '12345',
  assignee: null,
  verdict: null,
  users: ['alex.johnson@contoso.com'],
  devices: [],
  createdAt: '2025-01-15T10:00:00.000Z',
  firstActivityAt: '2025-01-15T09:00:00.000Z',
  lastActivityAt: '2025-01-15T10:00:00.000Z',
  updatedAt: '2025-01-15T10:05:00.123Z',
  sync: {},
};
const truePositive = {
  classification: 'truePositive',
  determination: 'phishing',
  reason: null,
  comment: null,
} as const;
const pending = { state: 'pending', since: '2025-01-15T10:06:00.000Z', commandId: 'c', shownBy: [] } as const;

describe('the queue as a table', () => {
  it.each<[string, AlertRow[]]>([
    ['nothing', []],
    ['one alert', [row]],
    ['a classified one', [{ ...row, verdict: truePositive, assignee: 'maya.chen@contoso.com' }]],
    ['one that is being changed', [row, { ...row, id: 'b', sync: { status: { ...pending, shownBy: [] } } }]],
    ['one outside of incidents', [{ ...row, incidentKey: null, detectionSource: null, system: 'sentinel' }]],
    ['an earlier one after a later one', [row, { ...row, id: 'b', createdAt: '2024-12-01T00:00:00.001Z' }]],
    ['a time that is none', [{ ...row, createdAt: '' }, { ...row, id: 'b', lastActivityAt: 'soon' }, row]],
    ['a time in another spelling', [{ ...row, createdAt: '2025-01-15T10:00:00Z', updatedAt: '2025-01-15' }, row]],
    [
      'texts that look like the separator of lists',
      [
        { ...row, users: ['a b', 'c'] },
        { ...row, id: 'b', users: ['a', 'b c'] },
      ],
    ],
    [
      'hostile titles',
      [
        { ...row, title: '__proto__' },
        { ...row, id: 'b', title: '<b>"\u202e\\' },
      ],
    ],
  ])('comes back as it went: %s', (_, rows) => {
    const sent: unknown = JSON.parse(JSON.stringify(encodeAlerts(rows)));
    expect(decodeAlerts(sent as ReturnType<typeof encodeAlerts>)).toEqual(rows);
  });

  it('shares texts and lists between rows, so that a hundred thousand of them stay small', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({ ...structuredClone(row), id: String(at) }));
    const table = encodeAlerts(many);
    expect(table.texts.title.words).toEqual(['Impossible travel']);
    const [first, second] = decodeAlerts(table);
    expect(first?.users).toBe(second?.users);
    expect(JSON.stringify(table).length).toBeLessThan(JSON.stringify(many).length / 6);
  });

  it('shares what Microsoft repeats from page to page', () => {
    const share = createShareTexts();
    const [first, second] = [share(structuredClone(row)), share({ ...structuredClone(row), id: 'b' })];
    expect(first).toEqual(row);
    expect(first.tactics).toBe(second.tactics);
  });
});

describe('a Graph alert as a row', () => {
  const alert: GraphAlert = {
    id: 'ed1',
    title: 'Credential dumping',
    severity: 'high',
    status: 'inProgress',
    serviceSource: 'microsoftDefenderForEndpoint',
    classification: 'informationalExpectedActivity',
    determination: 'securityTesting',
    createdDateTime: '2025-01-15T10:00:00.1234567Z',
    lastUpdateDateTime: '2025-01-15T10:05:00Z',
    evidence: [
      evidence('user', 'contextual', { userAccount: { userPrincipalName: 'sam@contoso.com' } }),
      evidence('user', 'compromised', { userAccount: { userPrincipalName: 'alex@contoso.com' } }),
      evidence('device', 'contextual', { deviceDnsName: 'pc-1.contoso.com' }),
      evidence('device', 'contextual', { deviceDnsName: 'pc-1.contoso.com' }),
    ],
  };

  function evidence(kind: string, role: string, more: object): NonNullable<GraphAlert['evidence']>[number] {
    return {
      '@odata.type': `#microsoft.graph.security.${kind}Evidence`,
      createdDateTime: '2025-01-15T10:00:00Z',
      remediationStatus: 'none',
      verdict: 'suspicious',
      roles: [role],
      ...more,
    } as NonNullable<GraphAlert['evidence']>[number];
  }

  it('names who is compromised first, and each device once', () => {
    expect(rowFromGraph(alert)).toMatchObject({
      users: ['alex@contoso.com', 'sam@contoso.com'],
      devices: ['pc-1.contoso.com'],
      verdict: { classification: 'benignPositive', determination: 'securityTesting' },
      createdAt: '2025-01-15T10:00:00.123Z',
      updatedAt: '2025-01-15T10:05:00.000Z',
      incidentKey: null,
    });
  });

  it.each<[string, Record<string, unknown> | null, ReturnType<typeof linkFromGraph>]>([
    ['nothing', null, null],
    ['other things', { RuleName: 'x' }, null],
    [
      'reasons as a flags enum',
      { CorrelationReasons: 'sameActor, sameActor,timeFrame' },
      { reasons: ['sameActor', 'timeFrame'], by: [] },
    ],
    [
      'entities too',
      { CorrelationReasons: ['sameActor'], CorrelatedBy: ['user a', 7] },
      { reasons: ['sameActor'], by: ['user a'] },
    ],
  ])('says why it was linked when the reply tells %s', (_, additionalData, link) => {
    expect(linkFromGraph({ additionalData })).toEqual(link);
  });
});

describe('a change of an alert', () => {
  it.each<[AlertChanges, Partial<AlertRow>, AlertChanges]>([
    [{ status: 'resolved' }, { status: 'resolved' }, { status: 'new' }],
    [{ assignee: 'maya.chen@contoso.com' }, { assignee: 'maya.chen@contoso.com' }, { assignee: null }],
    [{ assignee: null }, { assignee: null }, { assignee: null }],
    [
      { verdict: { ...truePositive, comment: 'seen' } },
      { verdict: truePositive },
      { verdict: { classification: 'undetermined', determination: null, reason: null, comment: null } },
    ],
  ])('%j is painted, shown and can be undone', (changes, painted, undo) => {
    const mark = { ...pending, shownBy: [] };
    const after = paintAlert(row, changes, mark);
    expect(after).toMatchObject(painted);
    expect(currentAlertValues(row, changes)).toEqual(undo);
    const fields = Object.keys(changes) as (keyof AlertChanges)[];
    expect(after.sync).toEqual(Object.fromEntries(fields.map((field) => [field, mark])));
    expect(fields.every((field) => showsAlertField(field, after, changes))).toBe(true);
    const back = paintAlert(after, undo, mark);
    expect({ ...back, sync: {} }).toEqual(row);
  });

  it('names only touched fields to Graph; a verdict has no comment there', () => {
    expect(alertToGraph({ status: 'resolved', verdict: { ...truePositive, comment: 'seen' } })).toEqual({
      status: 'resolved',
      classification: 'truePositive',
      determination: 'phishing',
    });
    expect(alertToGraph({ assignee: null })).toEqual({ assignedTo: null });
  });

  it('is not offered for an alert that only Sentinel has', () => {
    expect(alertCan.change(row).allowed).toBe(true);
    expect(alertCan.change({ system: 'sentinel' })).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('Change its incident'),
    });
  });
});

describe('an act upon an alert', () => {
  const command = plainCommand(
    { kind: 'alertChange', alertId: row.id, changes: { status: 'resolved' }, before: { status: 'new' } },
    { incidentKey: alertKey(row.id), createdAt: '2025-01-15T10:06:00.000Z' },
  );
  const failure = { message: '403 Forbidden', retryable: false };

  it.each<[string, AlertRow, Partial<AlertChangeCommand>[], Partial<AlertRow>]>([
    ['waits painted', row, [{}], { status: 'resolved', sync: { status: { ...pending, shownBy: [] } } }],
    [
      'is shown by Defender',
      { ...row, status: 'resolved' },
      [{ state: 'confirmed', settledAt: '2025-01-15T10:06:00.000Z' }],
      { status: 'resolved', sync: { status: { ...pending, state: 'confirmed', shownBy: ['defender'] } } },
    ],
    [
      'was changed by somebody else since',
      { ...row, status: 'inProgress' },
      [{ state: 'confirmed' }],
      { status: 'inProgress', sync: {} },
    ],
    [
      'was refused',
      row,
      [{ state: 'refused', failure }],
      {
        status: 'new',
        sync: { status: { ...pending, state: 'refused', shownBy: [], retryable: false, reason: '403 Forbidden' } },
      },
    ],
    [
      'was refused and came about all the same',
      { ...row, status: 'resolved' },
      [{ state: 'refused', failure }],
      { status: 'resolved', sync: {} },
    ],
    [
      'was refused and asked for anew',
      row,
      [{ state: 'refused', failure }, { id: 'c' }],
      { status: 'resolved', sync: { status: { ...pending, shownBy: [] } } },
    ],
  ])('%s', (_, alert, states, expected) => {
    const commands = states.map((state) => ({ ...command, ...state }));
    expect(withAlertActs(alert, commands)).toMatchObject({ sync: expected.sync, status: expected.status });
    expect(Object.keys(withAlertActs(alert, commands).sync)).toEqual(Object.keys(expected.sync ?? {}));
  });

  it('leaves an untouched alert the same object', () => expect(withAlertActs(row, [])).toBe(row));

  it('has a key that no incident has', () => {
    expect(alertOfKey(alertKey('sn1'))).toBe('sn1');
    expect(alertOfKey('12345')).toBeNull();
  });

  it.each<[Partial<AlertRow>, AlertChanges, AlertChanges, string[]]>([
    [{}, { status: 'new' }, { status: 'resolved' }, []],
    [{ status: 'inProgress' }, { status: 'new' }, { status: 'resolved' }, ['status']],
    [{ status: 'resolved' }, { status: 'new' }, { status: 'resolved' }, []],
    [{ assignee: 'sam@contoso.com' }, { assignee: null }, { assignee: 'maya.chen@contoso.com' }, ['assignee']],
    [{ assignee: 'Maya.Chen@contoso.com' }, { assignee: null }, { assignee: 'maya.chen@contoso.com' }, []],
    [{ status: 'inProgress' }, {}, { status: 'resolved' }, []],
  ])('%j, seen as %j, asked for %j: overtaken in %j', (now, seen, changes, fields) => {
    const alert = { ...row, ...now };
    expect(overtakenAlertFields(alert, seen, changes)).toEqual(fields);
  });

  it('says in words what somebody else did', () => {
    const whose = { by: 'Sam Okoye', at: null };
    const alert: AlertRow = { ...row, assignee: 'sam@contoso.com', verdict: truePositive };
    expect(overtakenAlert(alert, 'assignee', { assignee: null }, whose)).toMatchObject({
      yours: 'nobody',
      theirs: 'sam@contoso.com',
    });
    expect(
      overtakenAlert(alert, 'verdict', { verdict: { ...truePositive, classification: 'falsePositive' } }, whose),
    ).toMatchObject({
      yours: 'False positive',
      theirs: 'True positive',
    });
  });
});
