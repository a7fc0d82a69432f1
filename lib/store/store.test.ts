import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onBothStores } from '@/e2e/contract/both-stores';
import type { Command } from '@/lib/domain/incident/command';
import { plainCommand } from '@/lib/domain/incident/testing/plain-command';
import { openStore, type Store } from '@/lib/store/store';

const command: Command = plainCommand(
  { kind: 'change', changes: { status: 'inProgress' }, before: { status: 'new' } },
  { id: '7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f0001', incidentKey: '12345', createdAt: '2025-01-15T10:05:00.000Z' },
);

async function readAll(store: Store): Promise<Record<'defender' | 'sentinel', unknown[]>> {
  const all = { defender: [] as unknown[], sentinel: [] as unknown[] };
  for await (const { defender, sentinel } of store.incidentCopies.all()) {
    all.defender.push(...defender);
    all.sentinel.push(...sentinel);
  }
  return all;
}

onBothStores('store', (place) => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await place());
  });
  afterAll(() => store.close());

  it('takes a command once, however often it is asked', async () => {
    const first = await store.commands.add([command], 0);
    expect([...(first?.added ?? [])]).toEqual([command.id]);
    expect((await store.commands.add([command], first?.seq ?? null))?.added.size).toBe(0);
    expect(await store.commands.get([command.id])).toEqual([command]);
  });

  it('keeps every state that a command went through', async () => {
    const sending = { ...command, state: 'sending' as const, attempts: 1 };
    await store.commands.update([{ command: sending, at: '2025-01-15T10:05:01.000Z', note: null }]);
    const refused = { ...command, state: 'refused' as const };
    await store.commands.update([{ command: refused, at: '2025-01-15T10:05:02.000Z', note: 'Forbidden' }]);
    expect((await store.commands.events(command.id)).map((event) => [event.state, event.note])).toEqual([
      ['queued', null],
      ['sending', null],
      ['refused', 'Forbidden'],
    ]);
  });

  it('finds unsettled commands however old they are', async () => {
    const old = { ...command, id: '7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f0002', createdAt: '2024-01-01T00:00:00.000Z' };
    await store.commands.add([old], null);
    const { commands } = await store.commands.recent('2025-01-16T00:00:00.000Z');
    const ids = commands.map(({ id }) => id);
    expect(ids).toEqual([old.id]);
    expect((await store.commands.latest(0)).commands.map(({ id }) => id)).toEqual([old.id]);
    expect((await store.commands.latest(9)).commands.map(({ id }) => id)).toEqual([command.id, old.id]);
  });

  it('takes nothing that was decided before somebody else wrote', async () => {
    const other = { ...command, id: '7d0c1a52-5d8b-4c5e-9a57-0d9a3b1f0003' };
    const { seq } = await store.commands.recent('2020-01-01T00:00:00.000Z');
    expect(await store.commands.add([other], seq - 1)).toBeNull();
    expect(await store.commands.get([other.id])).toEqual([]);
    expect((await store.commands.movedSince(seq - 1)).seq).toBe(seq);
    expect((await store.commands.add([other], seq))?.added.size).toBe(1);
    expect((await store.commands.movedSince(seq)).commands).toEqual([other]);
  });

  it("keeps attackers' text to the letter, NUL and half a surrogate pair included", async () => {
    const wire = { title: 'a\u0000b \ud800 \u202e<script>' };
    await store.incidentCopies.put('defender', [{ id: '1', wire, updatedAt: '2025-01-15T10:00:00Z' }]);
    expect((await readAll(store)).defender).toEqual([wire]);
    expect((await store.incidentCopies.some('defender', ['1']))[0]?.wire).toEqual(wire);
  });

  it('writes thousands of copies, the last of equal ids winning', async () => {
    const copies = Array.from({ length: 2_001 }, (_, index) => ({
      id: String(index % 2_000),
      wire: { index },
      updatedAt: '2025-01-15T10:00:00Z',
    }));
    await store.incidentCopies.put('sentinel', copies);
    const { sentinel } = await readAll(store);
    expect(sentinel).toHaveLength(2_000);
    expect((await store.incidentCopies.some('sentinel', ['0']))[0]?.wire).toEqual({ index: 2_000 });
    expect(sentinel).toContainEqual({ index: 2_000 });
  });

  it('answers a table of many pieces whole', async () => {
    const alerts = Array.from({ length: 2_000 }, (_, index) => ({
      id: `a${index}`,
      incidentId: null,
      brief: { index, text: `${index} `.repeat(300) },
      updatedAt: '2025-01-15T10:00:00Z',
    }));
    await store.alertBriefs.put(alerts);
    const sizes: number[] = [];
    const indexes = new Set<unknown>();
    for await (const briefs of store.alertBriefs.all()) {
      sizes.push(briefs.length);
      for (const brief of briefs) indexes.add(Reflect.get(Object(brief), 'index'));
    }
    expect(sizes.length).toBeGreaterThan(1);
    expect(indexes.size).toBe(2_000);
  });

  it('remembers what the alerts of an incident said last', async () => {
    const summary = { products: ['sentinel' as const], tactics: [], firstActivityAt: null, lastActivityAt: null };
    await store.alertSummaries.put([['1', { ...summary, count: 1 }]]);
    await store.alertSummaries.put([['1', { ...summary, count: 2 }]]);
    const kept = [];
    for await (const piece of store.alertSummaries.all()) kept.push(...piece);
    expect(kept).toEqual([['1', { ...summary, count: 2 }]]);
  });

  it('can be asked to leave no work to the next start', async () => {
    await expect(store.checkpoint()).resolves.toBeUndefined();
  });

  it('remembers marks', async () => {
    expect(await store.marks.read('nothing')).toBeNull();
    await store.marks.write('watermark', { at: 1 });
    await store.marks.write('watermark', { at: 2 });
    expect(await store.marks.read('watermark')).toEqual({ at: 2 });
  });
});

describe('store in a directory', () => {
  const home = mkdtempSync(join(tmpdir(), 'onequeue-store-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is there again after closing, and refuses a second process meanwhile', async () => {
    const path = join(home, 'store');
    const store = await openStore({ kind: 'directory', path });
    await store.commands.add([command], 0);
    // Process 1 is alive on every system.
    writeFileSync(`${path}.lock`, '1');
    await expect(openStore({ kind: 'directory', path })).rejects.toThrow(/in use by process 1/u);
    await store.close();
    const again = await openStore({ kind: 'directory', path });
    expect(await again.commands.get([command.id])).toEqual([command]);
    await again.close();
  });

  it('says what to do when the files are damaged', async () => {
    const path = join(home, 'broken');
    writeFileSync(path, 'not a database');
    await expect(openStore({ kind: 'directory', path })).rejects.toThrow(/cannot be opened.*move the directory away/u);
  });
});
