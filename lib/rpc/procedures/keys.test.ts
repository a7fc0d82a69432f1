import { expect, test, vi } from 'vitest';
import type { Hub } from '@/lib/hub/hub';
import { keys } from '@/lib/rpc/procedures/keys';

const maya = { name: 'maya.chen@contoso.com', displayName: null, objectId: null };

/** The part of a hub that these procedures use. */
function callerOn(choose: Hub['keys']['choose']) {
  const hub = { keys: { choose, of: async () => null } } as Partial<Hub> as Hub;
  return keys.createCaller({ hub: async () => hub, who: async () => maya, canSwitchUser: false });
}

test('keys are kept for whoever asks', async () => {
  const choose = vi.fn<Hub['keys']['choose']>(async ({ map }) => ({
    outcome: 'kept',
    keys: { map, updatedAt: 'now' },
  }));
  const map = { e: 'd', 'g i': 'g q', m: '', '.': '…' };
  expect(await callerOn(choose).choose({ map, seen: '2025-01-15T10:00:00.000Z' })).toMatchObject({ outcome: 'kept' });
  expect(choose).toHaveBeenCalledWith({ map, seen: '2025-01-15T10:00:00.000Z' }, maya);
});

test.each<[string, Record<string, string>]>([
  ['a word', { e: 'word' }],
  ['three keys after another', { e: 'a b c' }],
  ['a blank', { e: ' ' }],
  ['an old key that is none', { prototype: 'd' }],
  [
    'more than any console has',
    Object.fromEntries(Array.from({ length: 201 }, (_, at) => [String.fromCodePoint(0x4e00 + at), ''])),
  ],
])('%s is refused before anything is kept', async (_, map) => {
  const choose = vi.fn<Hub['keys']['choose']>();
  await expect(callerOn(choose).choose({ map, seen: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(choose).not.toHaveBeenCalled();
});
