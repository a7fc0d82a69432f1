import { expect, test } from 'vitest';
import { createUndoStack } from '@/components/queue/acts/undo-stack';

test('the last act is taken back first, one of which nothing was stored is passed over', async () => {
  const stack = createUndoStack();
  stack.push({ what: '#1 resolved', commandIds: Promise.resolve(['a']) });
  stack.push({ what: '#2 and #3 assigned', commandIds: Promise.resolve(['b', 'c']) });
  stack.push({ what: '#4 tagged', commandIds: Promise.resolve([]) });
  expect(await stack.pop()).toEqual({ what: '#2 and #3 assigned', commandIds: ['b', 'c'] });
  expect(await stack.pop()).toEqual({ what: '#1 resolved', commandIds: ['a'] });
  expect(await stack.pop()).toBeUndefined();
});

test('it forgets what is long ago', async () => {
  const stack = createUndoStack();
  for (let at = 0; at < 60; at += 1) stack.push({ what: String(at), commandIds: Promise.resolve([String(at)]) });
  let count = 0;
  while ((await stack.pop()) !== undefined) count += 1;
  expect(count).toBe(50);
});
