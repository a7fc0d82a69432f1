import { expect, test } from 'vitest';
import { giveSlots } from '@/components/grid/row-slots';

const slotsOf = (...runs: (readonly string[])[]) => {
  let slots: ReadonlyMap<string, number> = new Map();
  for (const keys of runs) slots = giveSlots(slots, keys, true);
  return [...slots];
};

test('each row has an element of its own', () => {
  expect(slotsOf(['a', 'b', 'c'])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});

test('a row that stays keeps its element, wherever it moves, and those that come take what is left', () => {
  expect(slotsOf(['a', 'b', 'c'], ['x', 'c', 'a', 'y'])).toEqual([
    ['x', 1],
    ['c', 2],
    ['a', 0],
    ['y', 3],
  ]);
});

test('rows that are scrolled in get new elements', () => {
  const before = giveSlots(new Map(), ['a', 'b', 'c'], true);
  expect([...giveSlots(before, ['b', 'c', 'd'], false)]).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 3],
  ]);
});

test.each([true, false])('no element is given twice (reused: %s), however rows come and go', (reuse) => {
  const runs = Array.from({ length: 50 }, (_, run) =>
    Array.from({ length: 5 + (run % 7) }, (_, at) => `k${(run * 3 + at * (1 + (run % 4))) % 61}`),
  ).map((keys) => [...new Set(keys)]);
  let slots: ReadonlyMap<string, number> = new Map();
  for (const keys of runs) {
    slots = giveSlots(slots, keys, reuse);
    expect([...slots.keys()]).toEqual(keys);
    expect(new Set(slots.values()).size).toBe(keys.length);
  }
});
