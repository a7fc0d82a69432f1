/** A console that starts again: yesterday's queue at once, marked with its age, and only what changed is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, clearFaults, hubOn, listed, orderFault, smallTenant } from '@/e2e/contract/hub-harness';
import type { Send } from '@/lib/api/transport/send';
import { openStore } from '@/lib/store/store';
import type { Tenant } from '@/mocks/tenant';

describe('a restart', () => {
  let tenant: Tenant;
  const home = mkdtempSync(join(tmpdir(), 'onequeue-restart-'));
  const place = { kind: 'directory', path: join(home, 'store') } as const;
  beforeAll(async () => {
    tenant = await smallTenant();
  });
  afterAll(async () => {
    await tenant.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows the mirror before Microsoft answers, keeps the marks, and reads only what changed', async () => {
    const first = await hubOn(tenant, { place });
    expect(first.hub.list()).toMatchObject({ incidents: [], health: [{ filledAt: null }, { filledAt: null }] });
    await first.hub.refresh();
    await changed(first.hub, '12345', { severity: 'low' });
    await first.hub.idle();
    await tenant.clock.advance(60_000);
    await first.hub.refresh();
    const before = first.hub.list();
    expect(listed(first.hub, '12345').sync.severity?.state).toBe('confirmed');
    await first.close();

    await orderFault(tenant, { status: 503 });
    const asked: string[] = [];
    const wrap =
      (send: Send): Send =>
      (request) => {
        asked.push(decodeURIComponent(request.url));
        return send(request);
      };
    const second = await hubOn(tenant, { place, wrap });
    const byKey = (left: { key: string }, right: { key: string }) => left.key.localeCompare(right.key);
    expect(second.hub.list().incidents.toSorted(byKey)).toEqual(before.incidents.toSorted(byKey));
    expect(second.hub.list().health.map((health) => health.filledAt)).toEqual(
      before.health.map((health) => health.filledAt),
    );
    expect(asked).toEqual([]);
    await expect(second.hub.refresh()).rejects.toThrow();
    expect(second.hub.list().health.every((health) => health.failingSince !== null)).toBe(true);
    expect(second.hub.list().incidents).toHaveLength(before.incidents.length);

    await clearFaults(tenant);
    asked.length = 0;
    await second.hub.refresh();
    const lists = asked.filter((url) => /\/(incidents|alerts_v2)\?/u.test(url));
    expect(lists.length).toBeGreaterThan(2);
    for (const url of lists) expect(url).toMatch(/lastUpdateDateTime ge|lastModifiedTimeUtc ge/u);
    await second.close();
  }, 180_000);

  it('shows the right counts of a store that an older console left without them', async () => {
    await clearFaults(tenant);
    const first = await hubOn(tenant, { place });
    await first.hub.refresh();
    const counts = ({ hub }: typeof first) =>
      hub
        .list()
        .incidents.map(({ key, alertCount, products, lastActivityAt }) => ({
          key,
          alertCount,
          products,
          lastActivityAt,
        }))
        .toSorted((left, right) => left.key.localeCompare(right.key));
    const before = counts(first);
    expect(before.some(({ alertCount }) => alertCount > 0)).toBe(true);
    await first.close();
    // As before the counts were kept beside the alerts.
    const store = await openStore(place);
    await store.marks.write('alert-summaries', null);
    await store.close();
    const second = await hubOn(tenant, { place });
    expect(counts(second)).toEqual(before);
    await second.close();
  }, 180_000);

  it('does not open a store that another process is using', async () => {
    const { close } = await hubOn(tenant, { place });
    writeFileSync(`${place.path}.lock`, String(process.ppid));
    await expect(hubOn(tenant, { place })).rejects.toThrow(/in use by process/u);
    await close();
  });
});
