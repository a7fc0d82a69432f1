/** The alert queue against a tenant: all of Defender's alerts, those that only the workspace knows, and one alert whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, hubOn, smallTenant } from '@/e2e/contract/hub-harness';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { decodeAlerts } from '@/lib/domain/alert/alert-table';
import { alertRecordOf } from '@/mocks/store/records/new-alert';

const loneId = '0a0a0a0a-1111-4222-8333-555555555555';

function rowsOf(bench: Bench): Map<string, AlertRow> {
  return new Map(decodeAlerts(bench.hub.alerts.list().table).map((row) => [row.id, row]));
}

describe('the alert queue', () => {
  let bench: Bench;
  beforeAll(async () => {
    const tenant = await smallTenant();
    const pattern = [...tenant.store.alerts.all()].find((alert) => alert.graph.serviceSource === 'microsoftSentinel');
    if (pattern === undefined) throw new Error('the tenant has no alert of Sentinel');
    // A rule that makes no incidents: its alert is in the workspace's log and nowhere else.
    const lone = {
      ...pattern.graph,
      id: `sn${loneId}`,
      providerAlertId: loneId,
      incidentId: null,
      title: 'Odd DNS traffic',
    };
    tenant.store.alerts.add(alertRecordOf(lone, false));
    bench = { tenant, ...(await hubOn(tenant)) };
    await bench.hub.refresh();
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  it('lists what Defender shows and what only the workspace knows, each once', () => {
    const rows = rowsOf(bench);
    const all = [...bench.tenant.store.alerts.all()];
    const shown = all.filter((alert) => alert.inGraph);
    const lone = all.filter((alert) => !alert.inGraph);
    expect(lone.length).toBeGreaterThan(0);
    expect(rows.size).toBe(all.length);
    for (const { id } of shown) expect(rows.get(id)?.system).toBe('defender');
    for (const { systemAlertId } of lone) expect(rows.get(systemAlertId)?.system).toBe('sentinel');
    expect(rows.get(loneId)).toMatchObject({ title: 'Odd DNS traffic', incidentKey: null, product: 'sentinel' });
  });

  it('says the same of an alert as Defender does', () => {
    const rows = rowsOf(bench);
    for (const { graph, inGraph } of bench.tenant.store.alerts.all()) {
      if (!inGraph) continue;
      expect(rows.get(graph.id)).toMatchObject({
        title: graph.title,
        severity: graph.severity,
        incidentKey: graph.incidentId,
        updatedAt: new Date(graph.lastUpdateDateTime ?? '').toISOString(),
      });
    }
  });

  it('reads one alert of Defender whole', async () => {
    const id = bench.tenant.store.graphIncidents.byId('12345')?.alertIds[0] ?? '';
    const reply = await bench.hub.alerts.detail(id);
    if (reply.kind !== 'found') throw new Error(reply.kind);
    expect(reply.detail.row.id).toBe(id);
    expect(reply.detail.alert.evidence.length).toBeGreaterThan(0);
    expect(reply.detail.alert.incidentKey).toBe('12345');
  });

  it('reads one alert of the workspace whole, with its entities', async () => {
    const reply = await bench.hub.alerts.detail(loneId);
    if (reply.kind !== 'found') throw new Error(reply.kind);
    expect(reply.detail).toMatchObject({ row: { id: loneId, system: 'sentinel' }, link: null });
    expect(reply.detail.alert.evidence.map(({ entity }) => entity.kind)).not.toEqual([]);
  });

  it.each(['nope', `${loneId.slice(0, -1)}6`, "x' or 1==1 //"])('knows no alert %s', async (id) => {
    expect(await bench.hub.alerts.detail(id)).toEqual({ kind: 'unknown', lookedFor: id });
  });

  it('hears of a change made elsewhere', async () => {
    const { hub, tenant } = bench;
    const id = tenant.store.graphIncidents.byId('12345')?.alertIds[0] ?? '';
    const record = tenant.store.alerts.byId(id);
    if (record === undefined) throw new Error('no such alert');
    const { seq } = hub.alerts.list();
    await tenant.clock.advance(30_000);
    tenant.store.alerts.change(record, { status: 'resolved' }, { kind: 'caller', name: 'Another portal' });
    await hub.refresh();
    expect(rowsOf(bench).get(id)?.status).toBe('resolved');
    const ending = new AbortController();
    for await (const event of hub.feed(seq, ending.signal)) {
      if (event.kind !== 'alerts') continue;
      expect(event.upserts).toMatchObject([{ id, status: 'resolved' }]);
      ending.abort();
    }
  });
});
