import { describe, expect, test } from 'vitest';
import { linePlaces } from '@/components/grid/line-places';

describe('two of ten lines show something beneath themselves', () => {
  const places = linePlaces(10, 32, [
    { index: 2, extraPx: 100 },
    { index: 5, extraPx: 50 },
  ]);
  test.each([
    [0, 0],
    [2, 64],
    [3, 196],
    [5, 260],
    [6, 342],
    [10, 470],
  ])('line %i begins at %i px', (index, px) => expect(places.topOf(index)).toBe(px));
  test.each([
    [0, 0],
    [95, 2],
    [195, 2],
    [196, 3],
    [341, 5],
    [342, 6],
    [9_999, 10],
  ])('at %i px is line %i', (px, index) => expect(places.indexAt(px)).toBe(index));
  test('the whole height', () => expect(places.totalPx).toBe(470));
  test('how many stand before', () => expect([2, 3, 6].map(places.tallBefore)).toEqual([0, 1, 2]));
});

test('without any, a line is a division', () => {
  const places = linePlaces(100, 32, []);
  expect([places.indexAt(0), places.indexAt(33), places.indexAt(-5), places.indexAt(1e6)]).toEqual([0, 1, 0, 100]);
});
