import { expect, test } from 'vitest';
import { liveKeys, mappedKeys } from '@/components/ui/key-map';

test.each([
  ['j', {}, 'j'],
  ['e', { e: 'd' }, 'd'],
  ['e t', { e: 'd' }, 'd t'],
  ['e t', { e: 'd', 'e t': 'T' }, 'T'],
  ['e t', { e: '' }, ''],
  ['e t', { e: 'g e' }, ''],
  ['g i', { i: 'n' }, 'g i'],
])('%s under %j is pressed as %j', (keys, map, pressed) => {
  expect(mappedKeys(keys, map)).toBe(pressed);
});

test('with letters off only named keys are left', () => {
  const off = { letterKeys: false, keyMap: {} };
  expect(['j', 'g i', '?', 'Escape', 'Ctrl K'].map((keys) => liveKeys(keys, off))).toEqual([
    null,
    null,
    null,
    'Escape',
    'Ctrl K',
  ]);
});
