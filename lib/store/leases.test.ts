/** Leases, fencing and the log of changes, on both kinds of database; on a server also from two processes' connections. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankMemory } from '@/e2e/contract/blank-database';
import { noPostgres, type Postgres, startPostgres } from '@/e2e/contract/postgres';
import type { Lease } from '@/lib/store/leases';
import { openStore, type Store } from '@/lib/store/store';

const copy = (id: string, title: string, updatedAt = '2025-01-15T10:00:00Z') => ({ id, wire: { title }, updatedAt });

/** A lease that must be there. */
function held(lease: Lease | null): Lease {
  if (lease === null) throw new Error('the lease is not held');
  return lease;
}

async function topicsAfter(store: Store, seq: number) {
  return (await store.changes.after(seq))?.map(({ topic, ids, own }) => [topic, ids, own]);
}

describe('one process on the embedded database', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await blankMemory());
  });
  afterAll(() => store.close());

  it('logs each change of the mirror once, in order, and nothing where nothing changed', async () => {
    const start = await store.changes.head();
    await store.incidentCopies.put('defender', [copy('1', 'a'), copy('2', 'b')]);
    await store.incidentCopies.put('defender', [copy('1', 'a')]);
    await store.incidentCopies.put('defender', [copy('1', 'older', '2025-01-15T09:00:00Z')]);
    await store.incidentCopies.put('defender', [copy('1', 'newer', '2025-01-15T10:00:00.0000001Z')]);
    await store.incidentCopies.remove('defender', ['2']);
    await store.changes.note('health', []);
    expect(await topicsAfter(store, start)).toEqual([
      ['incident_copy', ['defender/1', 'defender/2'], true],
      ['incident_copy', ['defender/1'], true],
      ['incident_copy', ['defender/2'], true],
      ['health', [], true],
    ]);
    expect(await store.changes.head()).toBe(start + 4);
    expect(await store.incidentCopies.some('defender', ['1', '2'])).toEqual([
      copy('1', 'newer', '2025-01-15T10:00:00.0000001Z'),
    ]);
  });

  it('says when part of the log is no longer kept', async () => {
    expect(await store.changes.after(1)).toBeNull();
  });

  it('numbers from above what an older database may have told a browser', async () => {
    expect(await store.changes.head()).toBeGreaterThan(Date.parse('2025-01-01T00:00:00Z'));
  });

  it('writes all of a page or nothing', async () => {
    const lease = held(await store.leases.take('page', 60_000));
    const before = await store.incidentCopies.ids('sentinel');
    const failing = store.under(lease, async (tables) => {
      await tables.incidentCopies.put('sentinel', [copy('x', 'half')]);
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await store.incidentCopies.ids('sentinel')).toEqual(before);
  });
});

describe.skipIf(noPostgres !== null)(
  `two processes on a server${noPostgres === null ? '' : ` (${noPostgres})`}`,
  () => {
    let postgres: Postgres;
    let first: Store;
    let second: Store;
    beforeAll(async () => {
      postgres = await startPostgres();
      const place = { kind: 'server', url: await postgres.database() } as const;
      // Both at once: whoever comes second waits for the first one's migrations.
      [first, second] = await Promise.all([openStore(place), openStore(place)]);
    }, 120_000);
    afterAll(async () => {
      await first?.close();
      await second?.close();
      await postgres?.stop();
    });

    it('gives a lease to one of them, for as long as it is renewed', async () => {
      const lease = held(await first.leases.take('poll', 60_000));
      expect(await second.leases.take('poll', 60_000)).toBeNull();
      expect(await first.leases.take('poll', 60_000)).toEqual(lease);
    });

    it('gives a lease that was given back to the next one at once', async () => {
      const lease = held(await first.leases.take('poll', 60_000));
      await first.leases.release(lease);
      expect(held(await second.leases.take('poll', 60_000)).token).toBe(lease.token + 1);
      // A lease of the past can no longer be given back for somebody else.
      await first.leases.release(lease);
      expect(await first.leases.take('poll', 60_000)).toBeNull();
    });

    it('refuses what one writes who slept through the end of its lease', async () => {
      const slept = held(await first.leases.take('write', 1));
      await expect.poll(() => second.leases.take('write', 60_000), { timeout: 20_000 }).not.toBeNull();
      const writing = first.under(slept, (tables) => tables.incidentCopies.put('defender', [copy('late', 'too late')]));
      await expect(writing).rejects.toThrow(/gone to another process/u);
      expect(await second.incidentCopies.some('defender', ['late'])).toEqual([]);
    });

    it("tells each of the other's changes, by name and by bell", async () => {
      const start = await second.changes.head();
      let rings = 0;
      const stop = second.changes.listen(() => {
        rings += 1;
      });
      await expect.poll(() => rings, { timeout: 20_000 }).toBeGreaterThan(0);
      const before = rings;
      await first.incidentCopies.put('defender', [copy('told', 'told')]);
      await expect.poll(() => rings, { timeout: 20_000 }).toBeGreaterThan(before);
      stop();
      expect(await topicsAfter(second, start)).toEqual([['incident_copy', ['defender/told'], false]]);
      expect(await topicsAfter(first, start)).toEqual([['incident_copy', ['defender/told'], true]]);
    });

    it('shows numbers in the order of their commits, however many write at once', async () => {
      const start = await first.changes.head();
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (index % 2 === 0 ? first : second).incidentCopies.put('sentinel', [copy(String(index), 'at once')]),
        ),
      );
      const changes = await first.changes.after(start);
      expect(changes?.map(({ seq }) => seq - start)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    });
  },
);
