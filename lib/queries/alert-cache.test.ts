import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import {
  type AlertList,
  alertKeys,
  applyAlerts,
  applyRows,
  cachedAlert,
  caughtUpAlerts,
  followAlertsFrom,
  placesOf,
  reachesAlerts,
} from '@/lib/queries/alert-cache';
import { beginAlertChange, endAlertChange } from '@/lib/queries/optimistic-alerts';

/** Only these fields matter here. */
const row = (id: string, more: Partial<AlertRow> = {}) => ({ id, status: 'new', sync: {}, ...more }) as AlertRow;
const event = (seq: number, upserts: AlertRow[], more: { removed?: string[]; many?: boolean } = {}) => ({
  kind: 'alerts' as const,
  seq,
  upserts,
  removed: [],
  many: false,
  ...more,
});
const idsOf = (alerts: readonly AlertRow[]) => alerts.map(({ id, status }) => `${id} ${status}`);

describe('applying rows', () => {
  const [a, b] = [row('a'), row('b')];
  it.each<[string, AlertRow[], string[], string[]]>([
    ['replaces in place', [row('a', { status: 'resolved' })], [], ['a resolved', 'b new']],
    ['adds at the end', [row('c')], [], ['a new', 'b new', 'c new']],
    ['adds once what comes twice', [row('c'), row('c', { status: 'resolved' })], [], ['a new', 'b new', 'c resolved']],
    ['removes', [], ['a', 'unknown'], ['b new']],
    ['adds and removes', [row('c')], ['b'], ['a new', 'c new']],
  ])('%s', (_, upserts, removed, expected) => {
    const next = applyRows([a, b], upserts, removed);
    expect(idsOf(next)).toEqual(expected);
    expect([...placesOf(next).keys()].toSorted()).toEqual(next.map(({ id }) => id).toSorted());
    for (const [id, at] of placesOf(next)) expect(next[at]?.id).toBe(id);
  });

  it('leaves untouched rows the same objects, so that only the changed one is drawn', () => {
    expect(applyRows([a, b], [row('b', { status: 'resolved' })])[0]).toBe(a);
  });
});

describe('the feed', () => {
  let client: QueryClient;
  const list = (alerts: AlertRow[], seq: number): AlertList => ({ alerts, now: '2025-01-15T10:05:00Z', seq });
  const known = () => idsOf(client.getQueryData<AlertList>(alertKeys.list)?.alerts ?? []);
  beforeEach(() => {
    vi.useFakeTimers();
    client = new QueryClient();
    followAlertsFrom(client, 10);
    client.setQueryData(alertKeys.list, list([row('a')], 10));
  });
  afterEach(() => {
    vi.useRealTimers();
    client.clear();
  });

  it('keeps the list current', () => {
    applyAlerts(client, event(11, [row('a', { status: 'resolved' }), row('b')]));
    expect(known()).toEqual(['a resolved', 'b new']);
    expect(cachedAlert(client, 'b')).toEqual(row('b'));
    applyAlerts(client, event(12, [], { removed: ['a'] }));
    expect(known()).toEqual(['b new']);
  });

  it('brings an older list up to date, and knows which it cannot', () => {
    applyAlerts(client, event(11, [row('b')]));
    applyAlerts(client, event(12, [row('b', { status: 'resolved' })]));
    expect(idsOf(caughtUpAlerts(list([row('a')], 11)).alerts)).toEqual(['a new', 'b resolved']);
    expect([reachesAlerts(10), reachesAlerts(9)]).toEqual([true, false]);
  });

  it('reads the list again once, however often it hears of many', () => {
    const invalidated = vi.spyOn(client, 'invalidateQueries');
    for (let seq = 11; seq < 20; seq += 1) applyAlerts(client, event(seq, [], { many: true }));
    expect(invalidated).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(invalidated).toHaveBeenCalledExactlyOnceWith({ queryKey: alertKeys.list });
  });

  it('paints what this browser asked for over what comes', () => {
    beginAlertChange('a', { commandId: 'c', since: '2025-01-15T10:05:00Z', changes: { status: 'resolved' } });
    applyAlerts(client, event(11, [row('a', { title: 'An older view' })]));
    expect(known()).toEqual(['a resolved']);
    endAlertChange('a', 'c');
    applyAlerts(client, event(12, [row('a')]));
    expect(known()).toEqual(['a new']);
  });
});
