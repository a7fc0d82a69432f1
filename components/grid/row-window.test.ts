import { expect, test } from 'vitest';
import { linePlaces } from '@/components/grid/line-places';
import { rowWindow } from '@/components/grid/row-window';

test.each([
  ['at the top', 0, 100_000, { start: 0, end: 24 }],
  ['in the middle', 32_000, 100_000, { start: 992, end: 1024 }],
  ['at the end', 100_000 * 32 - 480, 100_000, { start: 99_976, end: 100_000 }],
  ['with few rows', 0, 3, { start: 0, end: 3 }],
  ['with none', 0, 0, { start: 0, end: 0 }],
  ['scrolled beyond what is left', 32_000, 5, { start: 0, end: 5 }],
  ['pulled beyond the top', -60, 100, { start: 0, end: 24 }],
])('%s', (_, scrollTop, count, expected) => {
  expect(rowWindow(scrollTop, 480, linePlaces(count, 32, []))).toEqual(expected);
});

test('scrolling by a row does not move the window at every pixel', () => {
  const starts = new Set(
    Array.from({ length: 64 }, (_, at) => rowWindow(3_200 + at, 480, linePlaces(1_000, 32, [])).start),
  );
  expect(starts.size).toBeLessThanOrEqual(2);
});
