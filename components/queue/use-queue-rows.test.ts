// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useQueueRows } from '@/components/queue/use-queue-rows';
import type { QueueAsker, QueueNoun } from '@/lib/domain/queue/queue-field';
import type { QueueSort } from '@/lib/domain/queue/queue-query';

type Fruit = { name: string; grams: number };

const noun: QueueNoun<Fruit> = {
  name: 'fruit',
  one: 'fruit',
  many: 'fruits',
  keyOf: ({ name }) => name,
  fields: [{ id: 'grams', label: 'Grams', kind: 'number', read: ({ grams }) => grams }],
  searchText: ({ name }) => name,
};
const asker: QueueAsker = { me: null, now: new Date('2025-01-15T10:05:00Z'), zone: 'utc' };
const sort: QueueSort = { by: 'grams', direction: 'descending' };
const apple = { name: 'apple', grams: 150 };
const melon = { name: 'melon', grams: 900 };
const plum = { name: 'plum', grams: 40 };

afterEach(cleanup);

function setUp() {
  const hands = { scrolled: false, held: false };
  const isScrolled = () => hands.scrolled;
  const { result, rerender } = renderHook(
    ({ all, asked }: { all: readonly Fruit[]; asked: string }) =>
      useQueueRows({ all, noun, query: [], sort, asker, asked, held: hands.held, isScrolled }),
    { initialProps: { all: [apple, melon], asked: 'everything' } },
  );
  return { hands, result, rerender, shown: () => result.current.rows?.map(({ name }) => name) };
}

test('at the top of the list and with empty hands, rows come and go as they are read', () => {
  const { rerender, shown } = setUp();
  rerender({ all: [apple, melon, plum], asked: 'everything' });
  expect(shown()).toEqual(['melon', 'apple', 'plum']);
});

test.each(['scrolled', 'held'] as const)(
  'while %s, rows change in place; what is new waits until it is shown',
  (how) => {
    const { hands, result, rerender, shown } = setUp();
    hands[how] = true;
    const heavy = { name: 'apple', grams: 1000 };
    rerender({ all: [heavy, melon, plum], asked: 'everything' });
    expect(shown()).toEqual(['melon', 'apple']);
    expect(result.current.rows?.[1]).toBe(heavy);
    expect(result.current.waiting).toEqual({ added: 1, left: 0, moved: true });
    act(() => result.current.show());
    expect(shown()).toEqual(['apple', 'melon', 'plum']);
  },
);

test('what is held stays held through several readings, and another question draws all anew', () => {
  const { hands, rerender, shown } = setUp();
  hands.scrolled = true;
  rerender({ all: [apple, melon, plum], asked: 'everything' });
  rerender({ all: [apple, plum], asked: 'everything' });
  expect(shown()).toEqual(['apple']);
  rerender({ all: [apple, plum], asked: 'something else' });
  expect(shown()).toEqual(['apple', 'plum']);
});

test('hands that let go let in what waited', () => {
  const { hands, rerender, shown } = setUp();
  hands.held = true;
  const all = [apple, melon, plum];
  rerender({ all, asked: 'everything' });
  expect(shown()).toEqual(['melon', 'apple']);
  hands.held = false;
  rerender({ all, asked: 'everything' });
  expect(shown()).toEqual(['melon', 'apple', 'plum']);
});
