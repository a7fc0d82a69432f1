import { expect, test } from 'vitest';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import {
  blockRows,
  decodeIncidents,
  encodeIncidents,
  firstScreen,
  firstScreenRows,
} from '@/lib/domain/incident/incident-table';

function incident(index: number): Incident {
  const key = String(1_000 + index);
  const at = (minutes: number) => new Date(Date.UTC(2025, 0, 15, 10, minutes, index)).toISOString();
  const synced = index % 3 === 0;
  return {
    key,
    title: index % 7 === 0 ? `Unusual ${index}` : 'Impossible travel',
    description: null,
    status: index % 2 === 0 ? 'new' : 'resolved',
    severity: index % 5 === 0 ? 'high' : 'low',
    verdict:
      index % 2 === 0 ? null : { classification: 'falsePositive', determination: null, reason: null, comment: 'x' },
    assignee: index % 4 === 0 ? { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null } : null,
    tags: index % 6 === 0 ? [{ name: 'vip', origin: 'analyst' }] : [],
    defender: { id: key, webUrl: `https://security.microsoft.com/incident2/${key}/overview`, updatedAt: at(1) },
    sentinel: synced
      ? {
          name: `0a0a0a0a-1111-4222-8333-${key.padStart(12, '0')}`,
          number: index,
          webUrl: '',
          updatedAt: at(2),
          providerName: 'Microsoft XDR',
        }
      : null,
    products: ['defenderForEndpoint'],
    alertCount: index,
    tactics: ['InitialAccess', 'Execution'],
    priorityScore: synced ? index % 100 : null,
    createdAt: at(0),
    updatedAt: at(2),
    firstActivityAt: synced ? at(0) : null,
    lastActivityAt: null,
    redirectedTo: null,
    sync: index === 8 ? { status: { state: 'pending', since: at(2), commandId: 'c', shownBy: [] } } : {},
  };
}

const list: IncidentList = {
  incidents: Array.from({ length: 600 }, (_, index) => incident(index)),
  health: [],
  now: '2025-01-15T10:05:00.000Z',
  seq: 7,
};

test('a table brings back the list to the letter, as a fraction of its text', async () => {
  const text = JSON.stringify(encodeIncidents(list));
  expect(await decodeIncidents(JSON.parse(text))).toEqual(list);
  expect(text.length).toBeLessThan(JSON.stringify(list).length / 4);
});

test('a long list comes in blocks and is one list again', async () => {
  const long = { ...list, incidents: Array.from({ length: blockRows + 3 }, (_, index) => incident(index)) };
  const table = encodeIncidents(long);
  expect(table.blocks.map(({ rows }) => rows)).toEqual([blockRows, 3]);
  expect(await decodeIncidents(table)).toEqual(long);
});

test('the first screen is the open incidents that changed last, and says how many are to come', () => {
  const first = firstScreen(list);
  expect(first.incidents).toHaveLength(firstScreenRows);
  expect(first.incidents.map(({ key }) => key)).toEqual(
    Array.from({ length: firstScreenRows }, (_, index) => String(1_598 - 2 * index)),
  );
  expect([first.awaiting, first.seq]).toEqual([list.incidents.length - firstScreenRows, 7]);
});

test('a short queue comes whole', () => {
  const short = { ...list, incidents: list.incidents.slice(0, 20) };
  expect(firstScreen(short)).toBe(short);
});
