import { expect, test } from 'vitest';
import { giveSlots } from '@/components/grid/row-slots';

const slotsOf = (...runs: (readonly string[])[]) => {
  let slots: ReadonlyMap<string, number> = new Map();
  for (const keys of runs) slots = giveSlots(slots, keys);
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

test('no element is given twice, however rows come and go', () => {
  const runs = Array.from({ length: 50 }, (_, run) =>
    Array.from({ length: 5 + (run % 7) }, (_, at) => `k${(run * 3 + at * (1 + (run % 4))) % 61}`),
  ).map((keys) => [...new Set(keys)]);
  let slots: ReadonlyMap<string, number> = new Map();
  for (const keys of runs) {
    slots = giveSlots(slots, keys);
    expect([...slots.keys()]).toEqual(keys);
    expect(new Set(slots.values()).size).toBe(keys.length);
  }
});
