/** What deltas never tell: deleted incidents, and changes whose time lies before what was read last. The sweep finds them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, hubOn, listed, smallTenant, untouchedTwin } from '@/e2e/contract/hub-harness';

const stranger = '0a0a0a0a-1111-4222-8333-444444444446';

describe('the sweep', () => {
  let bench: Bench;
  const used = new Set<string>();
  beforeAll(async () => {
    const tenant = await smallTenant();
    bench = { tenant, ...(await hubOn(tenant)) };
    await bench.upstream.api.sentinel.incidents.put(stranger, {
      properties: { title: 'Deleted by its owner', severity: 'Medium', status: 'New' },
    });
    await bench.hub.refresh();
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  it('finds a change that carries an old time', async () => {
    const { hub, tenant } = bench;
    const key = untouchedTwin(tenant, used);
    const record = tenant.store.graphIncidents.byId(key);
    if (record === undefined) throw new Error('no incident');
    record.fields = { ...record.fields, displayName: 'Renamed without a trace' };
    await hub.refresh();
    expect(listed(hub, key).title).not.toBe('Renamed without a trace');
    await hub.sweep();
    expect(listed(hub, key).title).toBe('Renamed without a trace');
  });

  it('lets go of an incident that was deleted, here and after a restart', async () => {
    const { hub, tenant, store } = bench;
    expect(listed(hub, stranger).title).toBe('Deleted by its owner');
    const record = tenant.store.sentinelIncidents.byName(stranger);
    if (record === undefined) throw new Error('no incident');
    tenant.store.sentinelIncidents.remove(record);
    await hub.refresh();
    expect(listed(hub, stranger).title).toBe('Deleted by its owner');
    await hub.sweep();
    expect(hub.list().incidents.some(({ key }) => key === stranger)).toBe(false);
    expect(await store.incidentCopies.ids('sentinel')).not.toContain(stranger);
    expect(await hub.resolve(stranger)).toMatchObject({ kind: 'unknown' });
  });

  it('keeps the Defender half of a pair whose Sentinel half was deleted', async () => {
    const { hub, tenant } = bench;
    const key = untouchedTwin(tenant, used);
    const name = listed(hub, key).sentinel?.name ?? '';
    const record = tenant.store.sentinelIncidents.byName(name);
    if (record === undefined) throw new Error('no twin');
    tenant.store.sentinelIncidents.remove(record);
    await hub.sweep();
    expect(listed(hub, key)).toMatchObject({ sentinel: null, defender: { id: key } });
  });

  it('changes nothing where nothing was missed', async () => {
    const { hub } = bench;
    const before = hub.list().incidents;
    await hub.sweep();
    expect(hub.list().incidents).toEqual(before);
  });
});
