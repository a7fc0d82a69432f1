import { expect, test } from 'vitest';
import { holdOrder, waitingText } from '@/components/features/incident-queue/held-order';
import { incidentOf } from '@/components/features/incident-queue/testing/incident';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((key) => incidentOf({ key })) as [
  ReturnType<typeof incidentOf>,
  ReturnType<typeof incidentOf>,
  ReturnType<typeof incidentOf>,
  ReturnType<typeof incidentOf>,
];
const all = new Map([a, b, c, d].map((incident) => [incident.key, incident]));
const held = (...names: string[]) => names.map((key) => ({ key }));
const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

test('new incidents wait, the shown rows stay where they are', () => {
  const { rows, waiting } = holdOrder(held('a', 'b'), [d, a, b, c], all);
  expect(keys(rows)).toEqual(['a', 'b']);
  expect(waiting).toEqual({ added: 2, left: 0, moved: false });
});

test('a row that no longer matches stays and is counted', () => {
  const { rows, waiting } = holdOrder(held('a', 'b', 'c'), [a, c], all);
  expect(keys(rows)).toEqual(['a', 'b', 'c']);
  expect(waiting).toEqual({ added: 0, left: 1, moved: false });
});

test('a changed value is drawn in place', () => {
  const changed = { ...b, status: 'resolved' as const };
  const { rows } = holdOrder(held('a', 'b'), [a], new Map(all).set('b', changed));
  expect(rows[1]?.status).toBe('resolved');
});

test('another order waits', () => {
  expect(holdOrder(held('a', 'b', 'c'), [c, a, b], all).waiting).toEqual({ added: 0, left: 0, moved: true });
});

test('an incident that no longer exists leaves at once', () => {
  const { rows, waiting } = holdOrder(held('a', 'gone', 'b'), [a, b], all);
  expect(keys(rows)).toEqual(['a', 'b']);
  expect(waiting).toEqual({ added: 0, left: 0, moved: false });
});

test.each([
  [{ added: 3, left: 0, moved: true }, '3 new'],
  [{ added: 1, left: 1, moved: false }, '1 new · 1 no longer matches'],
  [{ added: 0, left: 2, moved: false }, '2 no longer match'],
  [{ added: 0, left: 0, moved: true }, 'order changed'],
  [{ added: 0, left: 0, moved: false }, null],
])('%j reads %s', (waiting, text) => expect(waitingText(waiting)).toBe(text));
