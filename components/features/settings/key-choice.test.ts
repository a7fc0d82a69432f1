import { expect, test } from 'vitest';
import { chooseKeys, holderOf, typedKeys } from '@/components/features/settings/key-choice';
import { mappedKeys } from '@/components/ui/key-map';

const resolve = { keys: 'e', does: 'Resolve' };
const asTrue = { keys: 'e t', does: 'Resolve as true positive' };
const tag = { keys: 't', does: 'Tags' };
const acts = [resolve, asTrue, tag];

test.each([
  ['d', 'd'],
  ['gx', 'g x'],
  [' g x ', 'g x'],
  ['', null],
  ['abc', null],
])('typing %j means %j', (text, keys) => {
  expect(typedKeys(text)).toBe(keys);
});

test('a free key is taken, and the console’s own key again is no entry', () => {
  expect(chooseKeys({}, resolve, 'd', acts)).toEqual({ e: 'd' });
  expect(chooseKeys({ e: 'd' }, resolve, 'e', acts)).toEqual({});
  expect(chooseKeys({}, resolve, '', acts)).toEqual({ e: '' });
});

test('a key that somebody has is swapped, so that two acts never share one', () => {
  expect(holderOf('t', resolve, acts, {})).toBe(tag);
  const map = chooseKeys({}, resolve, 't', acts);
  expect(acts.map(({ keys }) => mappedKeys(keys, map))).toEqual(['t', 't t', 'e']);
});
