import { expect, test } from 'vitest';
import { type Batch, lateRefusals, pendingCount, rowOf } from '@/components/features/incident-queue/acts/batch';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';
import type { FieldSync } from '@/lib/domain/incident/incident';

const incident = incidentOf({ key: '1' });
const step = { incident, changes: { status: 'resolved' as const } };

test('what was stored is no row, what was not says why', () => {
  expect(rowOf(step, { outcome: 'stored', commandId: 'c1', incident })).toBeNull();
  expect(rowOf(step, { outcome: 'refused', commandId: 'c1', key: '1', reason: 'merged' })).toMatchObject({
    name: '#1',
    state: 'refused',
    reason: 'merged',
  });
  const fields = [{ field: 'status' as const, yours: 'Resolved', theirs: 'In progress', by: 'Sam', at: null }];
  expect(rowOf(step, { outcome: 'overtaken', commandId: 'c1', incident, fields })).toMatchObject({
    state: 'overtaken',
    fields,
  });
});

test('a refusal that comes later is found by its command, another command’s is not', () => {
  const sync = (state: FieldSync['state'], commandId: string): FieldSync => ({
    state,
    since: '2025-01-15T10:00:00Z',
    commandId,
    shownBy: [],
    reason: '403',
    retryable: true,
  });
  const byKey = new Map(
    [
      incidentOf({ key: '1', sync: { status: sync('refused', 'c1') } }),
      incidentOf({ key: '2', sync: { status: sync('refused', 'other') } }),
      incidentOf({ key: '3', sync: { status: sync('pending', 'c3') } }),
      incidentOf({ key: '4' }),
    ].map((one) => [one.key, one]),
  );
  const stored = new Map([1, 2, 3, 4].map((n) => [String(n), `c${n}`]));
  const batch: Batch = { what: '4 incidents resolved', total: 4, rows: [], stored };
  expect(lateRefusals(batch, byKey).map(({ key, reason, retryId }) => [key, reason, retryId])).toEqual([
    ['1', '403', 'c1'],
  ]);
  expect(pendingCount(batch, byKey)).toBe(1);
});
