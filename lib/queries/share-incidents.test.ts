/** The trap: TanStack Query runs `structuralSharing` over selected parts of the list as well. */
import { expect, test } from 'vitest';
import { shareLists } from '@/lib/queries/share-incidents';

test('a selected part of the list takes its new value', () => {
  const failing = [{ system: 'sentinel', failingSince: '2025-01-15T10:15:04Z' }];
  expect(shareLists([{ system: 'sentinel', failingSince: null }], failing)).toEqual(failing);
});

test('an untouched incident stays the same object', () => {
  const incident = { key: '12345', title: 'Multi-stage attack' };
  const old = { incidents: [incident], health: [], now: '', seq: 1 };
  const shared = shareLists(old, { incidents: [{ ...incident }], health: [], now: '', seq: 2 });
  expect(shared).toHaveProperty('incidents', old.incidents);
  expect((shared as typeof old).incidents[0]).toBe(incident);
});
