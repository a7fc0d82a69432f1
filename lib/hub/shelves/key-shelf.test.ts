import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothStores } from '@/e2e/contract/both-stores';
import { createKeyShelf, type KeyShelf } from '@/lib/hub/shelves/key-shelf';
import { openStore, type Store } from '@/lib/store/store';

const person = (name: string) => ({ name, displayName: null, objectId: null });
const [maya, sam] = [person('maya.chen@contoso.com'), person('sam.okoye@contoso.com')];

onBothStores('keys of each analyst', (place) => {
  let store: Store;
  let shelf: KeyShelf;
  let now = new Date('2025-01-15T08:00:00Z');
  beforeAll(async () => {
    store = await openStore(await place());
    shelf = createKeyShelf(store, () => now);
  });
  afterAll(() => store.close());

  test('are kept for one and not for another, by name in any case', async () => {
    expect(await shelf.of(maya)).toBeNull();
    const first = await shelf.choose({ map: { e: 'd', 'g i': '' }, seen: null }, maya);
    expect(first).toEqual({ outcome: 'kept', keys: { map: { e: 'd', 'g i': '' }, updatedAt: now.toISOString() } });
    expect(await shelf.of(person('Maya.Chen@CONTOSO.com'))).toEqual(first.keys);
    expect(await shelf.of(sam)).toBeNull();
  });

  test('are changed from what was seen, and nothing else', async () => {
    const seen = (await shelf.of(maya))?.updatedAt ?? null;
    now = new Date('2025-01-15T08:01:00Z');
    const quicker = await shelf.choose({ map: { e: 'q' }, seen }, maya);
    expect(quicker.outcome).toBe('kept');
    for (const stale of [seen, null]) {
      expect(await shelf.choose({ map: { e: 'z' }, seen: stale }, maya)).toEqual({ ...quicker, outcome: 'overtaken' });
    }
    expect(await shelf.of(maya)).toEqual(quicker.keys);
  });

  test('that a browser saw in a database that is gone are the first in this one', async () => {
    expect((await shelf.choose({ map: { e: 'd' }, seen: '2024-01-01T00:00:00.000Z' }, sam)).outcome).toBe('kept');
  });

  test('that two acts would share are refused in words', async () => {
    const before = await shelf.of(maya);
    await expect(shelf.choose({ map: { e: 'd', s: 'd' }, seen: null }, maya)).rejects.toThrow(
      '“d” would be pressed for two things: for what “e” was and for what “s” was.',
    );
    expect(await shelf.of(maya)).toEqual(before);
  });
});
