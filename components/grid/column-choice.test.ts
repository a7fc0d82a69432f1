import { expect, test } from 'vitest';
import { type ColumnChoice, isColumnChoice, movedTo } from '@/components/grid/column-choice';

const choice: ColumnChoice = { order: ['a', 'b', 'c'], hidden: [], pinned: [], widths: {} };

test.each([
  ['a', 'c', ['b', 'c', 'a']],
  ['c', 'a', ['c', 'a', 'b']],
  ['b', 'b', ['a', 'b', 'c']],
  ['x', 'a', ['a', 'b', 'c']],
])('%s moved to where %s stands', (id, target, order) => {
  expect(movedTo(choice, choice.order, id, target).order).toEqual(order);
});

test.each([
  [choice, true],
  [null, false],
  [{ order: ['a'], hidden: [], pinned: [], widths: { a: 'wide' } }, false],
  [{ sizing: {}, order: [], visibility: {} }, false],
])('%j is a remembered choice: %s', (value, expected) => expect(isColumnChoice(value)).toBe(expected));
