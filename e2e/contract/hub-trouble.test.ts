/** What the queue shows and what becomes of an analyst's act when a system says no, says nothing, or is away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  clearFaults,
  hubOn,
  listed,
  nextCommandId,
  orderFault,
  smallTenant,
} from '@/e2e/contract/hub-harness';
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

describe('trouble', () => {
  let tenant: Tenant;
  let bench: Omit<Bench, 'tenant'>;
  let writes: string[];
  beforeEach(async () => {
    tenant = await smallTenant();
    writes = [];
    bench = await hubOn(tenant, { wrap: counting(writes) });
    await bench.upstream.api.sentinel.incidents.put(stranger, {
      properties: { title: 'Odd DNS traffic', severity: 'Medium', status: 'New' },
    });
    await bench.hub.refresh();
    writes.length = 0;
  });
  afterEach(async () => {
    await bench.close();
    await tenant.close();
  });

  const assign = (key: string) =>
    bench.hub.change({ commandId: nextCommandId(), key, changes: { status: 'inProgress' }, reason: null });

  it.each([
    [403, 'Forbidden', false],
    [400, 'BadRequest', false],
  ])('a write refused with %i puts the old value back and says why', async (status, code, retryable) => {
    await orderFault(tenant, { host: graph, method: 'PATCH', status, code, message: 'Not for you.', count: 1 });
    const before = listed(bench.hub, '12345').status;
    const { commandId, incident } = await assign('12345');
    expect(incident.status).toBe('inProgress');
    await bench.hub.idle();
    const after = listed(bench.hub, '12345');
    expect(after.status).toBe(before);
    expect(after.sync.status).toMatchObject({ state: 'refused', commandId, retryable });
    expect(after.sync.status?.reason).toContain('Not for you.');
    await bench.hub.retry(commandId);
    await bench.hub.idle();
    expect(listed(bench.hub, '12345')).toMatchObject({
      status: 'inProgress',
      sync: { status: { state: 'pending', shownBy: ['defender'] } },
    });
  });

  it('a stale etag is read again and the change applied to the newer version', async () => {
    await orderFault(tenant, { host: arm, method: 'PUT', status: 409, count: 2 });
    await assign(stranger);
    await bench.hub.idle();
    expect(listed(bench.hub, stranger).sync.status?.state).toBe('confirmed');
    expect((await bench.upstream.api.sentinel.incidents.get(stranger)).properties.status).toBe('Active');
    expect(writes).toHaveLength(3);
  });

  it('a write whose answer is lost is not sent a second time', async () => {
    await orderFault(tenant, { host: graph, method: 'PATCH', drop: 'after', count: 1 });
    await assign('12345');
    await bench.hub.idle();
    await expect.poll(() => listed(bench.hub, '12345').sync.status?.shownBy).toEqual(['defender']);
    expect(writes).toEqual(['PATCH 12345']);
  });

  it('a comment whose answer is lost is not written twice', async () => {
    await orderFault(tenant, { host: graph, method: 'POST', path: '/comments', drop: 'after', count: 1 });
    await bench.hub.addComment({ commandId: nextCommandId(), key: '12345', text: 'once' });
    await expect
      .poll(async () =>
        (await bench.upstream.api.graphSecurity.incidents.get('12345')).comments?.map(({ comment }) => comment),
      )
      .toEqual(['once']);
    await bench.hub.idle();
    const reply = await bench.hub.detail('12345');
    expect(reply.kind === 'found' && reply.detail.comments.map(({ text, state }) => [text, state])).toEqual([
      ['once', 'confirmed'],
    ]);
  });

  it('a system that is away keeps the act pending, with the reason, and gets it when it is back', async () => {
    await orderFault(tenant, { host: graph, method: 'PATCH', status: 503, message: 'Down for a moment.' });
    await assign('12345');
    await expect.poll(() => listed(bench.hub, '12345').sync.status?.reason).toContain('Down for a moment.');
    expect(listed(bench.hub, '12345')).toMatchObject({ status: 'inProgress', sync: { status: { state: 'pending' } } });
    await clearFaults(tenant);
    await expect.poll(() => listed(bench.hub, '12345').sync.status?.shownBy).toEqual(['defender']);
    expect(listed(bench.hub, '12345').sync.status?.reason).toBeUndefined();
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
    expect(sentinel?.reason).toContain('Maintenance.');
    expect(bench.hub.list().incidents.length).toBeGreaterThan(1);
    const reply = await bench.hub.detail('12345');
    if (reply.kind !== 'found') throw new Error(reply.kind);
    expect(reply.detail.alerts).toHaveLength(4);
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
    await expect(bench.hub.refresh()).rejects.toThrow();
    expect(bench.hub.list().health[0]?.throttledUntil).toBe(new Date(tenant.clock.nowMs() + 120_000).toISOString());
  });

  it('a change made in the other portal is first under way, and drift only when it stays', async () => {
    const record = tenant.store.sentinelIncidents.byName(listed(bench.hub, '12345').sentinel?.name ?? '');
    if (record === undefined) throw new Error('no twin');
    // The carrier between the systems would bring it over; here it is stuck.
    tenant.store.sentinelIncidents.change(record, { severity: 'Low' }, { kind: 'sync', name: 'stuck' });
    await tenant.clock.advance(1_000);
    tenant.store.sentinelIncidents.change(record, { severity: 'Low' }, { kind: 'sync', name: 'stuck' });
    await bench.hub.refresh();
    expect(listed(bench.hub, '12345').sync.severity).toMatchObject({
      state: 'pending',
      commandId: null,
      values: { defender: 'high', sentinel: 'low' },
    });
    await tenant.clock.advance(3 * 60_000);
    await bench.hub.change({ commandId: nextCommandId(), key: '12345', changes: { tags: [] }, reason: null });
    expect(listed(bench.hub, '12345').sync.severity).toMatchObject({ state: 'drifted' });
  });

  it('the same command asked for twice is sent once', async () => {
    const request = {
      commandId: nextCommandId(),
      key: '12345',
      changes: { status: 'inProgress' as const },
      reason: null,
    };
    await Promise.all([bench.hub.change(request), bench.hub.change(request)]);
    await bench.hub.idle();
    await bench.hub.change(request);
    await bench.hub.idle();
    expect(writes).toEqual(['PATCH 12345']);
  });

  it('a merged incident takes no changes and leads to the other', async () => {
    const record = tenant.store.graphIncidents.byId('12345');
    if (record === undefined) throw new Error('no incident');
    record.fields.status = 'redirected';
    record.fields.redirectIncidentId = '777';
    record.fields.lastUpdateDateTime = new Date(tenant.clock.nowMs() + 1_000).toISOString();
    await bench.hub.refresh();
    expect(await bench.hub.detail('12345')).toEqual({ kind: 'redirected', to: '777' });
    await expect(assign('12345')).rejects.toThrow('#777');
  });
});
