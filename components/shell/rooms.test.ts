import { expect, test } from 'vitest';
import { rooms } from '@/components/shell/rooms';
import { knownKeys } from '@/components/vocabulary/known-keys';

const known = knownKeys.flatMap(({ acts }) => acts.map(({ keys }) => keys));

test('the key of every room can be remapped: the settings know it', () => {
  expect(rooms.map(({ keys }) => keys).filter((keys) => !known.includes(keys))).toEqual([]);
});

test('no two acts of the settings share their keys', () => {
  expect(known.filter((keys, at) => known.indexOf(keys) !== at)).toEqual([]);
});
