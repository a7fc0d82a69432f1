/** What the queue shows and what becomes of an analyst's act when a system says no, says nothing, or is away. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { onBothStores } from '@/e2e/contract/both-stores';
import {
  type Bench,
  changed,
  clearFaults,
  hubOn,
  listed,
  maya,
  nextCommandId,
  orderFault,
  smallTenant,
  untouchedTwin,
} from '@/e2e/contract/hub-harness';
import { unseen } from '@/e2e/contract/hub-settings';
import type { Send } from '@/lib/api/transport/send';
import type { Tenant } from '@/mocks/tenant';

const stranger = '0a0a0a0a-1111-4222-8333-444444444445';
const graph = 'graph.microsoft.com';
const arm = 'management.azure.com';

/** Counts writes that reach the wire. */
function counting(writes: string[]): (send: Send) => Send {
  return (send) => (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'PATCH' || request.method === 'PUT')
      writes.push(`${request.method} ${pathname.split('/').at(-1)}`);
    return send(request);
  };
}

onBothStores('trouble', (place) => {
  let tenant: Tenant;
  let bench: Omit<Bench, 'tenant'>;
  const writes: string[] = [];
  let key: string;
  const used = new Set<string>();
  beforeAll(async () => {
    tenant = await smallTenant();
    bench = await hubOn(tenant, { wrap: counting(writes), place: await place() });
    await bench.upstream.api.sentinel.incidents.put(stranger, {
      properties: { title: 'Odd DNS traffic', severity: 'Medium', status: 'New' },
    });
    await bench.hub.refresh();
  });
  beforeEach(() => {
    writes.length = 0;
    key = untouchedTwin(tenant, used);
  });
  afterEach(async () => {
    await clearFaults(tenant);
    // What a test asked for and did not wait for must not reach the wire in the next one.
    await bench.hub.idle();
  });
  afterAll(async () => {
    await bench.close();
    await tenant.close();
  });

  const assign = (to: string) => changed(bench.hub, to, { status: 'inProgress' });

  it.each([
    [403, 'Forbidden', false],
    [400, 'BadRequest', false],
  ])('a write refused with %i puts the old value back and says why', async (status, code, retryable) => {
    await orderFault(tenant, { host: graph, method: 'PATCH', status, code, message: 'Not for you.', count: 1 });
    const before = listed(bench.hub, key).status;
    const { commandId, incident } = await assign(key);
    expect(incident.status).toBe('inProgress');
    await bench.hub.idle();
    const after = listed(bench.hub, key);
    expect(after.status).toBe(before);
    expect(after.sync.status).toMatchObject({ state: 'refused', commandId, retryable });
    expect(after.sync.status?.reason).toContain('Not for you');
    await bench.hub.retry([commandId], maya);
    await bench.hub.idle();
    expect(listed(bench.hub, key)).toMatchObject({
      status: 'inProgress',
      sync: { status: { state: 'pending', shownBy: ['defender'] } },
    });
  });

  it('a stale etag is read again and the change applied to the newer version', async () => {
    await orderFault(tenant, { host: arm, method: 'PUT', status: 409, count: 2 });
    await assign(stranger);
    await bench.hub.idle();
    // Confirmed by the next reading at the latest.
    const state = async () => {
      await bench.hub.refresh();
      return listed(bench.hub, stranger).sync.status?.state;
    };
    await expect.poll(state).toBe('confirmed');
    expect((await bench.upstream.api.sentinel.incidents.get(stranger)).properties.status).toBe('Active');
    expect(writes).toHaveLength(3);
  });

  it('a write whose answer is lost is not sent a second time', async () => {
    await orderFault(tenant, { host: graph, method: 'PATCH', drop: 'after', count: 1 });
    await assign(key);
    await bench.hub.idle();
    await expect.poll(() => listed(bench.hub, key).sync.status?.shownBy).toEqual(['defender']);
    expect(writes).toEqual([`PATCH ${key}`]);
  });

  it('a comment whose answer is lost is not written twice', async () => {
    await orderFault(tenant, { host: graph, method: 'POST', path: '/comments', drop: 'after', count: 1 });
    await bench.hub.addComment({ commandId: nextCommandId(), key, text: 'once' }, maya);
    await expect
      .poll(async () =>
        (await bench.upstream.api.graphSecurity.incidents.get(key)).comments?.map(({ comment }) => comment),
      )
      .toEqual(['once']);
    const shown = async () => {
      const reply = await bench.hub.detail(key);
      return reply.kind === 'found' && reply.detail.comments.map(({ text, state }) => [text, state]);
    };
    // The next attempt looks first and finds it there.
    await expect.poll(shown, { timeout: 20_000 }).toEqual([['once', 'confirmed']]);
  });

  it('a system that is away keeps the act pending, with the reason, and gets it when it is back', async () => {
    await orderFault(tenant, { host: graph, method: 'PATCH', status: 503, message: 'Down for a moment.' });
    await assign(key);
    await expect.poll(() => listed(bench.hub, key).sync.status?.reason).toContain('Down for a moment');
    expect(listed(bench.hub, key)).toMatchObject({ status: 'inProgress', sync: { status: { state: 'pending' } } });
    await clearFaults(tenant);
    await expect.poll(() => listed(bench.hub, key).sync.status?.shownBy).toEqual(['defender']);
    expect(listed(bench.hub, key).sync.status?.reason).toBeUndefined();
  });

  it('one system down: the other is still shown, and the banner knows which, since when and why', async () => {
    const since = tenant.clock.iso();
    await orderFault(tenant, { host: arm, status: 503, message: 'Maintenance.' });
    await expect(bench.hub.refresh()).rejects.toThrow();
    await tenant.clock.advance(30_000);
    await expect(bench.hub.refresh()).rejects.toThrow();
    const [defender, sentinel] = bench.hub.list().health;
    expect(defender).toMatchObject({ system: 'defender', failingSince: null, reason: null });
    expect(sentinel).toMatchObject({ system: 'sentinel', failingSince: since });
    expect(sentinel?.reason).toContain('Maintenance');
    expect(bench.hub.list().incidents.length).toBeGreaterThan(1);
    const reply = await bench.hub.detail(key);
    if (reply.kind !== 'found') throw new Error(reply.kind);
    expect(reply.detail.alerts.length).toBeGreaterThan(0);
    expect(reply.detail.failures.map(({ part, system }) => `${system} ${part}`)).toEqual([
      'sentinel alerts',
      'sentinel entities',
      'sentinel comments',
    ]);
    await clearFaults(tenant);
    await bench.hub.refresh();
    expect(bench.hub.list().health[1]).toMatchObject({ failingSince: null, reason: null });
  });

  it('being throttled is shown with its end', async () => {
    await orderFault(tenant, { host: graph, path: 'security/incidents', status: 429, retryAfterSeconds: 120 });
    // With a client of its own, because it remembers to keep away.
    const { hub, close } = await hubOn(tenant);
    await expect(hub.refresh()).rejects.toThrow();
    expect(hub.list().health[0]?.failingSince).toBeNull();
    const leftMs = Date.parse(hub.list().health[0]?.throttledUntil ?? '') - tenant.clock.nowMs();
    expect(leftMs).toBeGreaterThan(110_000);
    expect(leftMs).toBeLessThanOrEqual(120_000);
    await close();
  });

  it('a change made in the other portal is first under way, and drift only when it stays', async () => {
    const record = tenant.store.sentinelIncidents.byName(listed(bench.hub, key).sentinel?.name ?? '');
    if (record === undefined) throw new Error('no twin');
    const other = listed(bench.hub, key).severity === 'low' ? 'Medium' : 'Low';
    // The carrier between the systems would bring it over; here it is stuck.
    tenant.store.sentinelIncidents.change(record, { severity: other }, { kind: 'sync', name: 'stuck' });
    await tenant.clock.advance(1_000);
    tenant.store.sentinelIncidents.change(record, { severity: other }, { kind: 'sync', name: 'stuck' });
    await bench.hub.refresh();
    expect(listed(bench.hub, key).sync.severity).toMatchObject({
      state: 'pending',
      commandId: null,
      values: { sentinel: other.toLowerCase() },
    });
    await tenant.clock.advance(3 * 60_000);
    await changed(bench.hub, key, { tags: [] });
    expect(listed(bench.hub, key).sync.severity).toMatchObject({ state: 'drifted' });
  });

  it('the same command asked for twice is sent once', async () => {
    const request = {
      commandId: nextCommandId(),
      key,
      changes: { status: 'inProgress' as const },
      ...unseen,
    };
    await Promise.all([bench.hub.change(request, maya), bench.hub.change(request, maya)]);
    await bench.hub.idle();
    await bench.hub.change(request, maya);
    await bench.hub.idle();
    expect(writes).toEqual([`PATCH ${key}`]);
  });

  it('a merged incident takes no changes and leads to the other', async () => {
    const record = tenant.store.graphIncidents.byId(key);
    if (record === undefined) throw new Error('no incident');
    await tenant.clock.advance(1_000);
    tenant.store.graphIncidents.change(
      record,
      { status: 'redirected', redirectIncidentId: '777' },
      { kind: 'cloud', name: 'merge' },
    );
    await bench.hub.refresh();
    expect(await bench.hub.detail(key)).toEqual({ kind: 'redirected', to: '777' });
    await expect(assign(key)).rejects.toThrow('#777');
  });
});
