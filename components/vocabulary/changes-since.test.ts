import { expect, test } from 'vitest';
import { changesLine, newToMe } from '@/components/vocabulary/changes-since';
import type { HistoryEntry } from '@/lib/domain/incident/history';

const status: HistoryEntry = {
  at: '2025-01-15T10:00:00Z',
  what: 'status',
  from: 'New',
  to: 'Resolved',
  by: { kind: 'analyst', name: 'Sam Okoye' },
  system: 'onequeue',
  commandId: 'c1',
  state: 'confirmed',
  times: { event: null, created: null, ingested: null, synced: null },
};

test('what is new is counted by kind', () => {
  expect(changesLine({ alerts: 3, entities: 2, entries: [] })).toBe('3 alerts and 2 entities');
  expect(changesLine({ alerts: 1, entities: 0, entries: [status] })).toBe('1 alert and 1 change');
});

test('my own acts are no news, and an act that reached both systems is told once', () => {
  const echo: HistoryEntry = { ...status, system: 'sentinel', by: { kind: 'sync', name: null }, state: null };
  const mine: HistoryEntry = { ...status, commandId: 'c2', by: { kind: 'analyst', name: 'Maya Chen' } };
  const theirs: HistoryEntry = { ...status, commandId: null, by: { kind: 'rule', name: 'Auto-close' } };
  const entries = [{ ...echo, commandId: 'c2' }, mine, theirs, echo, status];
  const maya = { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null };
  expect(newToMe({ alerts: 1, entities: 0, entries }, maya)).toEqual({
    alerts: 1,
    entities: 0,
    entries: [theirs, status],
  });
});
