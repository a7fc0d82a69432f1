import { expect, test } from 'vitest';
import { syncState } from '@/components/shell/sync-state';
import type { SourceHealth } from '@/lib/domain/source/source';

const now = new Date('2025-01-15T10:05:00Z');
const healthy = (system: SourceHealth['system'], lastSuccessAt: string | null): SourceHealth => ({
  system,
  filledAt: lastSuccessAt,
  lastSuccessAt,
  failingSince: null,
  reason: null,
  throttledUntil: null,
  staleSince: null,
  newestChangeAt: lastSuccessAt,
  lagMs: null,
  backlog: 0,
  incomplete: null,
});

test('the older of the two reads is the age', () => {
  const sources = [healthy('defender', '2025-01-15T10:04:57Z'), healthy('sentinel', '2025-01-15T10:04:30Z')];
  expect(syncState('live', sources, now)).toMatchObject({ tone: 'good', word: 'sync 30 s' });
});

test('a failing source is named with its age and reason, the other one still counts', () => {
  const sources = [
    healthy('defender', '2025-01-15T10:04:57Z'),
    { ...healthy('sentinel', '2025-01-15T09:00:00Z'), failingSince: '2025-01-15T10:00:00Z', reason: '503' },
  ];
  const state = syncState('live', sources, now);
  expect(state).toMatchObject({ tone: 'warning', word: 'Sentinel failing' });
  expect(state.detail).toContain('Sentinel: failing for 5 min (503)');
});

test('being asked to wait is neither failing nor fresh', () => {
  const sources = [
    { ...healthy('defender', '2025-01-15T10:04:57Z'), throttledUntil: '2025-01-15T10:06:00Z' },
    { ...healthy('sentinel', '2025-01-15T10:04:57Z'), throttledUntil: '2025-01-15T10:04:00Z' },
  ];
  expect(syncState('live', sources, now)).toMatchObject({ tone: 'pending', word: 'Defender throttled' });
});

test('what an earlier run of the console left does not claim to be fresh', () => {
  const yesterday = '2025-01-14T16:05:00Z';
  const sources = [
    { ...healthy('defender', yesterday), staleSince: yesterday },
    healthy('sentinel', '2025-01-15T10:04:57Z'),
  ];
  const state = syncState('live', sources, now);
  expect(state).toMatchObject({ tone: 'pending', word: '18 h old' });
  expect(state.detail).toContain('Defender: as it was 18 h ago, being read anew');
});

test('a mirror that is still being filled does not claim to be in step', () => {
  expect(syncState('live', [healthy('defender', null)], now)).toMatchObject({ tone: 'pending', word: 'filling' });
});

test('a lost stream outranks healthy sources', () => {
  expect(syncState('lost', [healthy('defender', '2025-01-15T10:04:57Z')], now).tone).toBe('danger');
});
