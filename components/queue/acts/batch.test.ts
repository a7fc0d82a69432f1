import { expect, test } from 'vitest';
import type { ActNoun } from '@/components/queue/acts/act-noun';
import { afterRetry, type Batch, laterNews, permitted, rowOf, storedRows } from '@/components/queue/acts/batch';
import { createUndoStack } from '@/components/queue/acts/undo-stack';
import type { FieldSync } from '@/lib/domain/incident/incident';

/** A third queue: none of what is proven here is of incidents or alerts. */
type Case = { key: string; locked: boolean; marks: readonly FieldSync[] };
type Changes = { status?: 'new' | 'inProgress' | 'resolved' };

const cases: ActNoun<Case, Changes> = {
  one: 'case',
  many: 'cases',
  keyOf: ({ key }) => key,
  nameOf: ({ key }) => `case ${key}`,
  subjectOf: ({ key }) => `case ${key}`,
  pathOf: ({ key }) => `/cases/${key}`,
  statusOf: () => null,
  assigneeOf: () => null,
  systemsOf: () => [],
  syncsOf: ({ marks }) => marks,
  wants: ({ status }) => (status === undefined ? {} : { status }),
  changeWords: () => 'changed',
  obstacle: ({ locked }) => (locked ? 'It is locked.' : null),
  noteObstacle: () => null,
  can: { changeStatus: () => ({ allowed: true }), assign: () => ({ allowed: true }) },
  noteHint: () => '',
  undoStack: createUndoStack(),
};

const one = (key: string, more: Partial<Case> = {}): Case => ({ key, locked: false, marks: [], ...more });
const changes: Changes = { status: 'resolved' };
const row = one('1');
const step = { row, changes };

const mark = (state: FieldSync['state'], commandId: string): FieldSync => ({
  state,
  since: '2025-01-15T10:00:00Z',
  commandId,
  shownBy: [],
  reason: '403',
  retryable: true,
});

test('what was stored is no row, what was not says why and where to look', () => {
  expect(rowOf(cases, step, { outcome: 'stored', commandId: 'c1', row })).toBeNull();
  expect(rowOf(cases, step, { outcome: 'refused', commandId: 'c1', reason: 'merged' })).toMatchObject({
    name: 'case 1',
    path: '/cases/1',
    state: 'refused',
    reason: 'merged',
    step: null,
  });
  const fields = [{ field: 'status' as const, yours: 'Resolved', theirs: 'In progress', by: 'Sam', at: null }];
  const newer = one('1', { locked: true });
  // Asking again starts from what the other left.
  expect(rowOf(cases, step, { outcome: 'overtaken', commandId: 'c1', row: newer, fields })).toMatchObject({
    state: 'overtaken',
    fields,
    step: { row: newer, changes },
  });
});

test('what a rule forbids is not sent', () => {
  const locked = { row: one('2', { locked: true }), changes };
  const { steps, refused } = permitted(cases, [step, locked]);
  expect(steps).toEqual([step]);
  expect(refused).toMatchObject([{ key: '2', reason: 'It is locked.' }]);
});

test('a refusal that comes later is found by its command, another command’s is not', () => {
  const all = [
    one('1', { marks: [mark('refused', 'c1')] }),
    one('2', { marks: [mark('refused', 'other')] }),
    one('3', { marks: [mark('pending', 'c3')] }),
    one('4'),
    one('9', { marks: [mark('refused', 'c9')] }),
  ];
  const stored = new Map([1, 2, 3, 4].map((n) => [String(n), `c${n}`]));
  const batch: Batch<Case, Changes> = { what: '4 cases resolved', total: 4, rows: [], stored };
  const { refused, pending } = laterNews(cases, storedRows(batch, all, cases.keyOf));
  expect(refused.map(({ key, reason, retryId }) => [key, reason, retryId])).toEqual([['1', '403', 'c1']]);
  expect(pending).toBe(1);
});

test('rows that were tried again give place to what became of them', () => {
  const refusedAt = (key: string) => permitted(cases, [{ row: one(key, { locked: true }), changes }]).refused;
  const batch: Batch<Case, Changes> = {
    what: '',
    total: 3,
    rows: [...refusedAt('1'), ...refusedAt('2')],
    stored: new Map([['3', 'c3']]),
  };
  const after = afterRetry(batch, new Set(['1']), { rows: [], stored: new Map([['1', 'c1']]) });
  expect(after.rows.map(({ key }) => key)).toEqual(['2']);
  expect([...after.stored]).toEqual([
    ['3', 'c3'],
    ['1', 'c1'],
  ]);
});
