import { describe, expect, test } from 'vitest';
import { headerRow } from '@/components/grid/grid-cursor';
import { type GridKey, moveCursor } from '@/components/grid/move-cursor';

const shape = { rowKeys: ['a', 'b', 'c', 'd', 'e'], columnIds: ['x', 'y', 'z'], pageRows: 3, lastIndex: 0 };
const from = (rowKey: string | null, columnId: string | null = null) => ({ rowKey, columnId });

describe('rows', () => {
  test.each<[string | null, GridKey, string]>([
    [null, 'ArrowDown', 'a'],
    [null, 'End', 'e'],
    ['a', 'ArrowDown', 'b'],
    ['e', 'ArrowDown', 'e'],
    ['b', 'ArrowUp', 'a'],
    ['a', 'RowUp', 'a'],
    ['a', 'RowDown', 'b'],
    ['a', 'PageDown', 'd'],
    ['d', 'PageDown', 'e'],
    ['e', 'PageUp', 'b'],
    ['c', 'Home', 'a'],
    ['c', 'End', 'e'],
  ])('from %s, %s goes to %s', (row, key, to) => {
    expect(moveCursor(key, from(row), shape).rowKey).toBe(to);
  });
});

describe('columns', () => {
  test.each<[string | null, GridKey, string | null]>([
    [null, 'ArrowRight', 'x'],
    ['x', 'ArrowRight', 'y'],
    ['z', 'ArrowRight', 'z'],
    ['y', 'ArrowLeft', 'x'],
    ['x', 'ArrowLeft', null],
    [null, 'ArrowLeft', null],
  ])('from %s, %s goes to %s', (column, key, to) => {
    expect(moveCursor(key, from('a', column), shape).columnId).toBe(to);
  });
});

test('up from the first row is the header, and down is back', () => {
  const header = moveCursor('ArrowUp', from('a', 'y'), shape);
  expect(header).toEqual(from(headerRow, 'y'));
  expect(moveCursor('ArrowDown', header, shape)).toEqual(from('a', 'y'));
  expect(moveCursor('ArrowLeft', from(headerRow, 'x'), shape)).toEqual(from(headerRow, 'x'));
});

test('when the row under the cursor is gone, the row in its place is next', () => {
  expect(moveCursor('RowDown', from('gone'), { ...shape, lastIndex: 2 }).rowKey).toBe('c');
  expect(moveCursor('RowDown', from('gone'), { ...shape, lastIndex: 9 }).rowKey).toBe('e');
});

test('an empty grid has nowhere to go', () => {
  expect(
    moveCursor('ArrowDown', from(null), { ...shape, rowKeys: { length: 0, at: () => undefined, indexOf: () => -1 } })
      .rowKey,
  ).toBeNull();
});
