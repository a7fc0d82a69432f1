import { describe, expect, it } from 'vitest';
import { alertText, filled } from '@/mocks/cloud/detection/alert-text';
import { detectionSchedule } from '@/mocks/cloud/detection/detection-schedule';
import { namedTables } from '@/mocks/cloud/detection/named-tables';
import { createNearRealTime } from '@/mocks/cloud/detection/near-real-time';
import { sideBySide } from '@/mocks/cloud/detection/side-by-side';
import { isTriggered } from '@/mocks/cloud/detection/trigger';
import { createBusyMinutes } from '@/mocks/store/busy-minutes';
import { mapped, scheduled } from '@/mocks/store/seed-rules/query-rule';

describe('triggers', () => {
  it.each([
    ['GreaterThan', 0, 0, false],
    ['GreaterThan', 0, 1, true],
    ['LessThan', 5, 4, true],
    ['LessThan', 5, 5, false],
    ['Equal', 3, 3, true],
    ['NotEqual', 3, 3, false],
  ] as const)('%s %i with %i rows is %s', (triggerOperator, triggerThreshold, rows, expected) => {
    expect(isTriggered({ triggerOperator, triggerThreshold }, rows)).toBe(expected);
  });
});

describe('what an alert says', () => {
  const rule = scheduled({
    displayName: 'A rule',
    description: 'As it is',
    severity: 'Low',
    query: 'SigninLogs',
    queryFrequency: 'PT1H',
    queryPeriod: 'PT1H',
    tactics: ['Impact'],
    techniques: [],
    entityMappings: [mapped('IP', 'Address', 'Ip')],
    alertDetailsOverride: {
      alertDisplayNameFormat: '{{ Who }} from {{Ip}}{{Nothing}}',
      alertSeverityColumnName: 'How',
      alertTacticsColumnName: 'Tactics',
    },
  });
  if (rule.kind !== 'Scheduled') throw new Error('a scheduled rule is scheduled');

  it('is filled from the row, and falls back to the rule', () => {
    const said = alertText(rule, { Who: 'alex', Ip: '192.0.2.1', How: 'HIGH', Tactics: 'Initial Access,Exfiltration' });
    expect(said).toMatchObject({ title: 'alex from 192.0.2.1', severity: 'high', description: 'As it is' });
    expect(said.tactics).toEqual(['InitialAccess', 'Exfiltration']);
    const bare = alertText(rule, { How: 'whatever' });
    expect(bare).toMatchObject({ severity: 'low', tactics: ['Impact'] });
  });

  it('a value that looks like a placeholder is not filled again', () => {
    expect(filled('{{A}}', { A: '{{B}}', B: 'secret' })).toBe('{{B}}');
  });
});

describe('near real time', () => {
  it('a row is new once', () => {
    const { unseen } = createNearRealTime();
    const rows = [{ User: 'alex', Action: 'SecretGet' }];
    expect(unseen('one', rows, 0)).toHaveLength(1);
    expect(unseen('one', rows, 60_000)).toHaveLength(0);
    expect(unseen('another', rows, 60_000)).toHaveLength(1);
  });

  it('asks while what arrived is still to be looked at, and not when nothing came', () => {
    const { worthAsking } = createNearRealTime();
    const minutes = (count: number, at: number) =>
      worthAsking('one', 'SigninLogs | take 1', { SigninLogs: count }, at * 60_000);
    expect(minutes(5, 0)).toBe(true);
    expect([minutes(5, 1), minutes(5, 3), minutes(5, 4)]).toEqual([true, true, false]);
    expect(minutes(6, 5)).toBe(true);
    expect(worthAsking('two', '_GetWatchlist("vip")', {}, 9)).toBe(true);
  });
});

describe('quiet windows', () => {
  const start = Date.parse('2025-01-15T10:00:00Z');
  const minute = 60_000;
  const busy = createBusyMinutes(start);
  busy.saw('SigninLogs', [{ TimeGenerated: start + 90 * minute }, { TimeGenerated: '2025-01-14T00:00:00Z' }]);

  it.each([
    ['SigninLogs', 60, 120, false],
    ['SigninLogs', 0, 60, true],
    ['SigninLogs', 91, 120, true],
    ['SigninLogs', -10, 60, false],
    ['AuditLogs', 60, 120, true],
  ])('%s from minute %i to %i: %s', (table, from, until, expected) => {
    const { has } = namedTables([`${table} | count`]);
    expect(busy.quiet(has, start + from * minute, start + until * minute)).toBe(expected);
  });
});

it.each([
  [0, { everyMs: 60_000, continuous: true }],
  [3_600_000, { everyMs: 3_600_000, lookBackMs: 4 * 3_600_000 }],
  [2 * 3_600_000, { lookBackMs: 12 * 3_600_000 }],
  [24 * 3_600_000, { lookBackMs: 30 * 24 * 3_600_000, continuous: false }],
])('a custom detection every %i ms', (frequencyMs, expected) => {
  expect(detectionSchedule(frequencyMs)).toMatchObject(expected);
});

it('answers come in order though the second was quicker', async () => {
  const waits = [Promise.resolve().then(() => Promise.resolve()), Promise.resolve()];
  const done: number[] = [];
  const answers = await sideBySide(2, [0, 1], async (index) => {
    await waits[index];
    done.push(index);
    return index * 10;
  });
  expect(answers).toEqual([0, 10]);
  expect(done).toHaveLength(2);
});
