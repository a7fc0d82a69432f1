import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { summarizeAlerts } from '@/lib/domain/alert/summary';
import { plainAlertRow } from '@/lib/domain/alert/testing/plain-alert-row';
import type { DefenderFace } from '@/lib/domain/incident/face';
import type { AlertSummary } from '@/lib/domain/incident/merge';
import { createAfterAlerts } from '@/lib/hub/alerts/after-alerts';
import type { AlertCopy } from '@/lib/hub/alerts/alert-copy';
import { createAlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { createKeptAlerts } from '@/lib/hub/alerts/kept-alerts';
import { createAlertIndex } from '@/lib/hub/mirror/alert-index';
import { createMirror } from '@/lib/hub/mirror/mirror';

const at = '2025-01-15T10:00:00.000Z';
const later = '2025-01-15T10:05:00.000Z';

function copy(id: string, more: Partial<AlertRow> = {}): AlertCopy {
  return { row: plainAlertRow({ id, tactics: ['InitialAccess'], ...more }), names: [] };
}

function face(id: string): DefenderFace {
  return {
    copy: { id, webUrl: '', updatedAt: at },
    title: `Incident ${id}`,
    description: null,
    status: 'new',
    severity: 'high',
    verdict: null,
    assignee: null,
    tags: [],
    createdAt: at,
    updatedAt: at,
    modifiedBy: null,
    priorityScore: null,
    redirectedTo: null,
  };
}

const summaryOf = (...copies: AlertCopy[]) => summarizeAlerts(copies.map(({ row }) => row));

/** What an earlier run kept, read only as far as the test lets it. */
function coldStart(kept: AlertCopy[], summaries: [string, AlertSummary][]) {
  const moves: unknown[] = [];
  const index = createAlertIndex();
  index.keep(summaries);
  const alertMirror = createAlertMirror({ paint: (row) => row });
  const mirror = createMirror({
    now: () => new Date(later),
    commandsOf: () => [],
    mergeOf: () => undefined,
    alertMirror,
    alerts: index,
    book: { face: () => {}, alert: (move) => void moves.push(move) },
    differences: { of: () => ({}), note: () => {}, keys: () => [] },
  });
  mirror.putDefender([face('1'), face('2')]);
  mirror.flush();
  const ending = new AbortController();
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const failures: Error[] = [];
  const alerts = createKeptAlerts({
    store: {
      alertBriefs: {
        some: async () => [],
        put: async () => {},
        async *all() {
          await gate;
          const failure = failures.pop();
          if (failure !== undefined) throw failure;
          for (const one of kept) yield [one];
        },
      },
    },
    mirror,
    done: () => {},
    clock: { sleep: async () => {} },
    signal: ending.signal,
  });
  return { mirror, alertMirror, index, alerts, moves, open, failures, ending };
}

afterEach(() => vi.restoreAllMocks());

describe('a cold start', () => {
  it('counts as the last run did while the alerts are still being read, and says the same afterwards', async () => {
    const kept = [copy('a'), copy('b', { product: 'sentinel' })];
    const { mirror, alerts, open, alertMirror } = coldStart(kept, [['1', summaryOf(...kept)]]);
    alerts.readMeanwhile();
    const before = mirror.get('1');
    expect(before).toMatchObject({ alertCount: 2, products: ['defenderForEndpoint', 'sentinel'] });
    expect(alertMirror.all()).toEqual([]);
    open();
    await alerts.ready();
    expect(alertMirror.all().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(mirror.flush()).toEqual({ upserts: [], removed: [] });
    expect(mirror.get('1')).toBe(before);
  });

  it('lets nobody see or change alerts of which a part is missing', async () => {
    const { alerts, alertMirror, open } = coldStart([copy('a'), copy('b')], []);
    const list = createAfterAlerts(alerts.ready)(async () => alertMirror.all().length);
    alerts.readMeanwhile();
    let answer: number | null = null;
    const asked = list().then((count) => {
      answer = count;
    });
    await Promise.resolve();
    expect(answer).toBeNull();
    open();
    await asked;
    expect(answer).toBe(2);
  });

  it('loses no change that arrives before the alerts, and notes that an alert has moved', async () => {
    const { mirror, alerts, moves, open, alertMirror } = coldStart(
      [copy('a'), copy('b')],
      [['1', summaryOf(copy('a'), copy('b'))]],
    );
    alerts.readMeanwhile();
    mirror.putAlerts([copy('a', { status: 'inProgress', incidentKey: '2', updatedAt: later })]);
    mirror.putAlerts([copy('a', { status: 'resolved', incidentKey: '2', updatedAt: later }), copy('c'), copy('d')]);
    expect(mirror.flush().upserts).toEqual([]);
    expect([mirror.get('1')?.alertCount, mirror.get('2')?.alertCount]).toEqual([2, 0]);
    open();
    await alerts.ready();
    expect(moves).toEqual([{ id: 'a', from: '1', to: '2', at: later }]);
    const told = alertMirror.flush().upserts.map(({ id, status }) => [id, status]);
    expect(told).toEqual([
      ['a', 'resolved'],
      ['c', 'new'],
      ['d', 'new'],
    ]);
    const counts = mirror.flush().upserts.map(({ key, alertCount }) => [key, alertCount]);
    expect(counts.toSorted()).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
  });

  it('corrects what a killed process had counted before its last alerts, and keeps the right count', async () => {
    const { mirror, alerts, index, open } = coldStart(
      [copy('a'), copy('b')],
      [
        ['1', summaryOf(copy('a'))],
        ['2', summaryOf(copy('b'))],
      ],
    );
    alerts.readMeanwhile();
    expect([mirror.get('1')?.alertCount, mirror.get('2')?.alertCount]).toEqual([1, 1]);
    expect(index.takeUnsaved()).toEqual([]);
    open();
    await alerts.ready();
    expect(mirror.flush().upserts).toHaveLength(2);
    expect([mirror.get('1')?.alertCount, mirror.get('2')?.alertCount]).toEqual([2, 0]);
    const unsaved = index.takeUnsaved().map(([key, { count }]) => [key, count]);
    expect(unsaved.toSorted()).toEqual([
      ['1', 2],
      ['2', 0],
    ]);
  });

  it('says why the alerts cannot be read, and tries again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { alerts, alertMirror, failures, open } = coldStart([copy('a')], []);
    failures.push(new Error('the database is away'));
    alerts.readMeanwhile();
    const first = alerts.ready();
    open();
    await expect(first).rejects.toThrow(/cannot be read: the database is away/u);
    await alerts.idle();
    await alerts.ready();
    expect(alertMirror.all()).toHaveLength(1);
    expect(logged).toHaveBeenCalledTimes(1);
  });

  it('refuses a row that is not what was written', async () => {
    const { alerts, open } = coldStart([{ row: null, names: [] } as unknown as AlertCopy], []);
    open();
    await expect(alerts.read()).rejects.toThrow(/not what was written there/u);
  });

  it('ends with the hub', async () => {
    const { alerts, open, ending } = coldStart([copy('a')], []);
    alerts.readMeanwhile();
    ending.abort();
    open();
    await alerts.idle();
    await expect(alerts.ready()).rejects.toThrow();
  });
});
