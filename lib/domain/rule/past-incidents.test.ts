/** From past rows over alerts to incidents: thresholds, events, suppression, and the four ways of grouping. */
import { describe, expect, test } from 'vitest';
import { spanWords } from '@/lib/domain/rule/duration';
import { countEachWay, countIncidents, mostAlertsPerIncident } from '@/lib/domain/rule/group-alerts';
import { mostRuns, planRuns } from '@/lib/domain/rule/plan-runs';
import { mostAlertsPerRun, type PastRun, raiseAlerts } from '@/lib/domain/rule/raise-alerts';
import { newDraft, type RuleGrouping, type RuleLogic, type RuleSchedule } from '@/lib/domain/rule/rule';

const schedule: RuleSchedule = { frequency: 'PT1H', period: 'PT1H', operator: 'greaterThan', threshold: 0 };
const perUser: RuleLogic = {
  ...newDraft.logic,
  query: 'SigninLogs',
  schedule,
  perResult: true,
  mappings: [
    { entity: 'Account', fields: [{ identifier: 'FullName', column: 'User' }] },
    { entity: 'IP', fields: [{ identifier: 'Address', column: 'Ip' }] },
  ],
};
const grouping = (more: Partial<RuleGrouping> = {}): RuleGrouping => ({ ...newDraft.logic.grouping, ...more });

/** A run at this hour with rows `user@address`. */
const run = (hour: number, ...rows: string[]): PastRun => ({
  at: new Date(Date.UTC(2025, 0, 15, hour)).toISOString(),
  rows: rows.map((row) => {
    const [User = '', Ip = ''] = row.split('@');
    return { User, Ip };
  }),
});
const alertsOf = (logic: RuleLogic, ...runs: PastRun[]) => raiseAlerts(logic, runs).alerts;

describe('alerts', () => {
  test.each<[RuleSchedule['operator'], number, number, boolean]>([
    ['greaterThan', 2, 2, false],
    ['greaterThan', 2, 3, true],
    ['lessThan', 1, 0, true],
    ['lessThan', 1, 1, false],
    ['equal', 2, 2, true],
    ['notEqual', 2, 2, false],
  ])('%s %d with %d rows', (operator, threshold, rows, expected) => {
    const logic = { ...perUser, perResult: false, schedule: { ...schedule, operator, threshold } };
    const found = alertsOf(logic, run(1, ...Array.from({ length: rows }, (_, at) => `u${at}@a`)));
    expect(found.length).toBe(expected ? 1 : 0);
  });

  test('one for all rows holds the entities of all rows, each once', () => {
    const [alert] = alertsOf({ ...perUser, perResult: false }, run(1, 'maya@a', 'MAYA@b', 'alex@a'));
    expect(alert?.entities.Account).toHaveLength(2);
    expect(alert?.entities.IP).toHaveLength(2);
  });

  test('one for each row, until the last one stands for all the rest', () => {
    const rows = Array.from({ length: mostAlertsPerRun + 10 }, (_, at) => `u${at}@a`);
    const alerts = alertsOf(perUser, run(1, ...rows));
    expect(alerts).toHaveLength(mostAlertsPerRun);
    expect(alerts.at(-1)?.entities.Account).toHaveLength(11);
  });

  test('suppression leaves runs out, and they are counted', () => {
    const logic = { ...perUser, suppression: { enabled: true, duration: 'PT3H' } };
    const { alerts, quietRuns } = raiseAlerts(
      logic,
      [1, 2, 3, 4].map((hour) => run(hour, 'maya@a')),
    );
    expect([alerts.length, quietRuns]).toEqual([2, 2]);
  });

  test('a near-real-time rule has no threshold', () => {
    expect(alertsOf({ ...perUser, schedule: null }, run(1), run(2, 'maya@a'))).toHaveLength(1);
  });
});

describe('incidents', () => {
  const alerts = alertsOf(perUser, run(1, 'maya@a', 'alex@a'), run(2, 'maya@b', 'maya@a'), run(9, 'maya@a'));

  test('all four ways at once', () => {
    const each = countEachWay(alerts, grouping({ lookback: 'PT5H', entities: ['Account'] }));
    expect(each).toEqual({
      alert: 5,
      // maya@a twice within five hours, alex@a, maya@b, and maya@a again at nine.
      allEntities: 4,
      allAlerts: 2,
      // maya, alex, and maya again at nine.
      selected: 3,
    });
  });

  test('the look-back counts from when the incident was made, not from its last alert', () => {
    const hourly = alertsOf(perUser, ...[0, 2, 4, 6].map((hour) => run(hour, 'maya@a')));
    expect(countIncidents(hourly, 'allAlerts', grouping({ lookback: 'PT5H' }))).toBe(2);
    expect(countIncidents(hourly, 'allAlerts', grouping({ lookback: 'PT6H' }))).toBe(1);
  });

  test('an incident takes 150 alerts', () => {
    const many = alertsOf({ ...perUser, perResult: false }, ...Array.from({ length: 151 }, () => run(1, 'maya@a')));
    expect(many).toHaveLength(mostAlertsPerIncident + 1);
    expect(countIncidents(many, 'allAlerts', grouping())).toBe(2);
  });

  test('an alert that lacks an entity which another has does not match it', () => {
    expect(countIncidents(alertsOf(perUser, run(1, 'maya@a', 'maya@')), 'allEntities', grouping())).toBe(2);
  });

  test('without entities all alerts are alike', () => {
    const bare = alertsOf({ ...perUser, mappings: [] }, run(1, 'maya@a', 'alex@b'));
    expect(countIncidents(bare, 'allEntities', grouping())).toBe(1);
  });

  test.each<[string, Partial<RuleLogic>, Partial<RuleGrouping>, number]>([
    ['a title from a column', { titleFormat: 'Odd sign-in of {{ User }}' }, { alertDetails: ['title'] }, 2],
    ['a severity from a column', { severityColumn: 'Ip' }, { alertDetails: ['severity'] }, 1],
    ['a custom detail', { customDetails: { Who: 'User' } }, { customDetails: ['Who'] }, 2],
  ])('selected by %s', (_name, logic, chosen, expected) => {
    const found = alertsOf({ ...perUser, ...logic }, run(1, 'maya@a', 'alex@a'));
    expect(countIncidents(found, 'selected', grouping(chosen))).toBe(expected);
  });
});

describe('runs', () => {
  const now = new Date('2025-01-15T10:05:00Z');

  test('a rule looks at its period until five minutes before it runs', () => {
    const { windows, limited } = planRuns({ ...schedule, frequency: 'P1D', period: 'P2D' }, now);
    expect(windows).toHaveLength(7);
    expect(limited).toBe(false);
    expect(windows[0]).toEqual({
      at: '2025-01-15T10:05:00.000Z',
      from: '2025-01-13T10:00:00.000Z',
      until: '2025-01-15T10:00:00.000Z',
    });
    expect(windows[6]?.at).toBe('2025-01-09T10:05:00.000Z');
  });

  test('a week is a week, also where runs do not divide it', () => {
    const { windows, spanOf } = planRuns({ ...schedule, frequency: 'PT5H', period: 'PT5H' }, now);
    expect([windows.length, spanWords(spanOf(34)), spanWords(spanOf(10))]).toEqual([34, '7 days', '2 days 2 hours']);
  });

  test('a rule that runs often goes back as far as the runs that are asked for', () => {
    expect(planRuns(schedule, now)).toMatchObject({ limited: true, windows: { length: mostRuns } });
  });

  test('a rule that runs less than once a week has one run', () => {
    expect(planRuns({ ...schedule, frequency: 'P14D' }, now).windows).toHaveLength(1);
  });

  test('a near-real-time rule looks at a minute, two minutes late', () => {
    expect(planRuns(null, now).windows[0]).toMatchObject({
      from: '2025-01-15T10:02:00.000Z',
      until: '2025-01-15T10:03:00.000Z',
    });
  });
});
