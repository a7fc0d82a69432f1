import { expect, test } from 'vitest';
import { renamesIn } from '@/components/vocabulary/title-note';
import type { HistoryEntry } from '@/lib/domain/incident/history';

const rename = (at: string, from: string, to: string, system: HistoryEntry['system'] = 'defender'): HistoryEntry => ({
  ...{ at, what: 'title', from, to, by: { kind: 'system', name: null }, system, commandId: null, state: null },
  times: { event: null, created: null, ingested: null, synced: null },
});

test('M33: the titles of both systems are one history, the oldest first', () => {
  const entries = [
    rename('3', 'Two stages', 'Multi-stage', 'sentinel'),
    rename('2', 'Two stages', 'Multi-stage'),
    { ...rename('2', 'new', 'active'), what: 'status' as const },
    rename('1', 'One alert', 'Two stages'),
  ];
  expect(renamesIn(entries)).toEqual([
    { at: '1', from: 'One alert', to: 'Two stages' },
    { at: '2', from: 'Two stages', to: 'Multi-stage' },
  ]);
});

test('an incident that keeps its title has none', () => {
  expect(renamesIn([])).toEqual([]);
});
