import { expect, test } from 'vitest';
import {
  activitySpan,
  changesLine,
  newToMe,
  sourceLine,
  tacticLine,
} from '@/components/features/incident-queue/pane/story-lines';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import type { HistoryEntry } from '@/lib/domain/incident/history';

test('several sources are named and confirm each other', () => {
  const incident = incidentOf({ key: '1', alertCount: 4, products: ['defenderForEndpoint', 'sentinel'] });
  expect(sourceLine(incident)).toBe(
    '4 alerts from Defender for Endpoint and Sentinel, confirmed by more than one source.',
  );
});

test('one alert of an unknown product is one alert', () => {
  expect(sourceLine(incidentOf({ key: '1', products: ['unknown'] }))).toBe('1 alert.');
});

test('tactics are read in kill-chain order, none is no line', () => {
  expect(tacticLine(incidentOf({ key: '1', tactics: ['InitialAccess', 'CredentialAccess'] }))).toBe(
    'Initial access → Credential access.',
  );
  expect(tacticLine(incidentOf({ key: '1' }))).toBeNull();
});

test('the span needs both ends', () => {
  const ends = { firstActivityAt: '2025-01-15T09:40:00Z', lastActivityAt: '2025-01-15T10:02:00Z' };
  expect(activitySpan(incidentOf({ key: '1', ...ends }))).toBe('22 min');
  expect(activitySpan(incidentOf({ key: '1', ...ends, lastActivityAt: null }))).toBeNull();
});

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
