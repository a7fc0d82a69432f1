/** The alert queue against a tenant: all of Defender's alerts, those that only the workspace knows, and one alert whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, clearFaults, hubOn, nextCommandId, orderFault, smallTenant } from '@/e2e/contract/hub-harness';
import { analyst } from '@/e2e/contract/hub-settings';
import type { AlertActRequest } from '@/lib/domain/alert/act';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { decodeAlerts } from '@/lib/domain/alert/alert-table';
import { alertRecordOf } from '@/mocks/store/records/new-alert';

const loneId = '0a0a0a0a-1111-4222-8333-555555555555';

async function rowsOf({ hub }: Pick<Bench, 'hub'>): Promise<Map<string, AlertRow>> {
  return new Map(decodeAlerts((await hub.alerts.list()).table).map((row) => [row.id, row]));
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

  it('lists what Defender shows and what only the workspace knows, each once', async () => {
    const rows = await rowsOf(bench);
    const all = [...bench.tenant.store.alerts.all()];
    const shown = all.filter((alert) => alert.inGraph);
    const lone = all.filter((alert) => !alert.inGraph);
    expect(lone.length).toBeGreaterThan(0);
    expect(rows.size).toBe(all.length);
    for (const { id } of shown) expect(rows.get(id)?.system).toBe('defender');
    for (const { systemAlertId } of lone) expect(rows.get(systemAlertId)?.system).toBe('sentinel');
    expect(rows.get(loneId)).toMatchObject({ title: 'Odd DNS traffic', incidentKey: null, product: 'sentinel' });
  });

  it('says the same of an alert as Defender does', async () => {
    const rows = await rowsOf(bench);
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
    expect(reply.detail).toMatchObject({ row: { id: loneId, system: 'sentinel' } });
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
    await tenant.clock.advance(30_000);
    const ending = new AbortController();
    const events = hub.feed(null, ending.signal)[Symbol.asyncIterator]();
    // From its clock on it tells whatever comes.
    expect((await events.next()).value).toMatchObject({ kind: 'clock' });
    tenant.store.alerts.change(record, { status: 'resolved' }, { kind: 'caller', name: 'Another portal' });
    await hub.refresh();
    expect((await rowsOf(bench)).get(id)?.status).toBe('resolved');
    for await (const event of { [Symbol.asyncIterator]: () => events }) {
      if (event.kind !== 'alerts') continue;
      // On a quick machine the first filling is less than a stretch ago: then nothing is named, and browsers ask again.
      if (!event.many) expect(event.upserts).toMatchObject([{ id, status: 'resolved' }]);
      ending.abort();
    }
  });
});

describe('acts upon alerts', () => {
  let bench: Bench;
  const me = { name: analyst, displayName: 'Maya Chen', objectId: null };
  const used = new Set<string>();
  beforeAll(async () => {
    const tenant = await smallTenant();
    bench = { tenant, ...(await hubOn(tenant)) };
    await bench.hub.refresh();
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  /** New alerts of Defender that no test has had yet. */
  async function fresh(count: number): Promise<string[]> {
    const ids = [...(await rowsOf(bench)).values()]
      .filter(({ id, status, system }) => status === 'new' && system === 'defender' && !used.has(id))
      .slice(0, count)
      .map(({ id }) => id);
    expect(ids).toHaveLength(count);
    for (const id of ids) used.add(id);
    return ids;
  }
  const [act, noOne] = [
    (id: string, changes: AlertChanges, more: Partial<AlertActRequest> = {}): AlertActRequest => ({
      commandId: nextCommandId(),
      id,
      changes,
      seen: null,
      overwrite: false,
      ...more,
    }),
    { assignee: null },
  ];
  const rowOf = async (id: string) => (await rowsOf(bench)).get(id);
  const graphOf = (id: string) => bench.tenant.store.alerts.byId(id)?.graph;

  it('paints a change at once, sends it, and says when Defender shows it', async () => {
    const { hub } = bench;
    const [id = ''] = await fresh(1);
    const verdict = {
      classification: 'falsePositive',
      determination: 'notMalicious',
      reason: null,
      comment: 'A drill.',
    } as const;
    const [outcome] = await hub.alerts.change([act(id, { status: 'resolved', assignee: analyst, verdict })], null, me);
    expect(outcome).toMatchObject({
      outcome: 'stored',
      alert: { status: 'resolved', sync: { status: { state: 'pending' } } },
    });
    await hub.idle();
    expect(graphOf(id)).toMatchObject({
      status: 'resolved',
      assignedTo: analyst,
      classification: 'falsePositive',
      determination: 'notMalicious',
      comments: [expect.objectContaining({ comment: 'A drill.' })],
    });
    expect(await rowOf(id)).toMatchObject({
      status: 'resolved',
      sync: { status: { state: 'confirmed' }, verdict: { state: 'confirmed' } },
    });
  });

  it('takes a bulk of them, each with an outcome of its own, and undoes it', async () => {
    const { hub } = bench;
    const ids = await fresh(5);
    const acts = [...ids.map((id) => act(id, { status: 'inProgress' })), act('nope', { status: 'inProgress' })];
    const outcomes = await hub.alerts.change(acts, 'a drill', me);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...ids.map(() => 'stored'), 'refused']);
    await hub.idle();
    expect(ids.map((id) => graphOf(id)?.status)).toEqual(ids.map(() => 'inProgress'));
    // The same request once more is the same acts.
    const again = await hub.alerts.change(acts, 'a drill', me);
    expect(again.map(({ outcome }) => outcome)).toEqual(outcomes.map(({ outcome }) => outcome));
    // One of them goes on meanwhile in another portal.
    const [first = ''] = ids;
    const record = bench.tenant.store.alerts.byId(first);
    if (record === undefined) throw new Error('no such alert');
    await bench.tenant.clock.advance(60_000);
    bench.tenant.store.alerts.change(record, { status: 'resolved' }, { kind: 'caller', name: 'Another portal' });
    await hub.refresh();
    const undone = await hub.alerts.undo(
      acts.slice(0, ids.length).map(({ commandId }) => commandId),
      me,
    );
    expect(undone.map(({ outcome }) => outcome)).toEqual(['refused', 'stored', 'stored', 'stored', 'stored']);
    expect(undone[0]).toMatchObject({ reason: expect.stringContaining('changed the status to “Resolved” since') });
    await hub.idle();
    expect(ids.map((id) => graphOf(id)?.status)).toEqual(['resolved', 'new', 'new', 'new', 'new']);
  });

  it('tells the later of two analysts what the other did, and overwrites only then', async () => {
    const { hub } = bench;
    const [id = ''] = await fresh(1);
    const sam = { name: 'sam.okoye@contoso.com', displayName: 'Sam Okoye', objectId: null };
    await hub.alerts.change([act(id, { assignee: sam.name }, { seen: noOne })], null, sam);
    const [late] = await hub.alerts.change([act(id, { assignee: analyst }, { seen: noOne })], null, me);
    expect(late).toMatchObject({
      outcome: 'overtaken',
      fields: [{ field: 'assignee', yours: analyst, theirs: sam.name, by: 'Sam Okoye' }],
    });
    await hub.alerts.change([act(id, { assignee: analyst }, { seen: noOne, overwrite: true })], null, me);
    await hub.idle();
    expect(graphOf(id)?.assignedTo).toBe(analyst);
  });

  it('shows what Defender refuses, puts the old value back, and tries again when asked to', async () => {
    const { hub, tenant } = bench;
    const [id = ''] = await fresh(1);
    await orderFault(tenant, {
      host: 'graph.microsoft.com',
      path: `alerts_v2/${id}`,
      method: 'PATCH',
      status: 403,
      count: 1,
    });
    const request = act(id, { status: 'inProgress' });
    await hub.alerts.change([request], null, me);
    await hub.idle();
    await clearFaults(tenant);
    expect(await rowOf(id)).toMatchObject({
      status: 'new',
      sync: { status: { state: 'refused', reason: expect.stringContaining('403') } },
    });
    expect((await hub.alerts.retry([request.commandId], me))[0]).toMatchObject({
      outcome: 'stored',
      alert: { status: 'inProgress' },
    });
    await hub.idle();
    expect(graphOf(id)?.status).toBe('inProgress');
  });

  it('does nothing twice when an answer is lost', async () => {
    const { hub, tenant } = bench;
    const [id = ''] = await fresh(1);
    await orderFault(tenant, {
      host: 'graph.microsoft.com',
      path: `alerts_v2/${id}/comments`,
      drop: 'after',
      count: 1,
    });
    await hub.alerts.comment({ commandId: nextCommandId(), id, text: 'Called the user.' }, me);
    await hub.idle();
    await clearFaults(tenant);
    await expect
      .poll(() => graphOf(id)?.comments?.map(({ comment }) => comment), { timeout: 20_000 })
      .toEqual(['Called the user.']);
  });

  it('refuses what Sentinel has no way to do', async () => {
    const { hub, tenant } = bench;
    const pattern = [...tenant.store.alerts.all()][0];
    if (pattern === undefined) throw new Error('the tenant has no alerts');
    const lone = { ...pattern.graph, id: `sn${loneId}`, providerAlertId: loneId, incidentId: null };
    tenant.store.alerts.add(alertRecordOf(lone, false));
    await tenant.clock.advance(60_000);
    await hub.refresh();
    const [outcome] = await hub.alerts.change([act(loneId, { status: 'resolved' })], null, me);
    expect(outcome).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('Change its incident') });
  });
});

describe('a restart', () => {
  it("shows yesterday's alerts at once, with the marks of what was refused, and sends what was not sent", async () => {
    const path = mkdtempSync(join(tmpdir(), 'onequeue-alerts-'));
    const place = { kind: 'directory', path: join(path, 'store') } as const;
    const tenant = await smallTenant();
    const me = { name: analyst, displayName: 'Maya Chen', objectId: null };
    try {
      const first = await hubOn(tenant, { place });
      await first.hub.refresh();
      const before = await rowsOf(first);
      const [one, other] = [...before.values()].filter(
        ({ status, system }) => status === 'new' && system === 'defender',
      );
      if (one === undefined || other === undefined) throw new Error('the tenant has no new alerts');
      const ask = (id: string) => ({
        commandId: nextCommandId(),
        id,
        changes: { status: 'inProgress' as const },
        seen: null,
        overwrite: false,
      });
      await orderFault(tenant, { path: `alerts_v2/${one.id}`, method: 'PATCH', status: 403, count: 1 });
      await first.hub.alerts.change([ask(one.id)], null, me);
      await first.hub.idle();
      await clearFaults(tenant);
      await orderFault(tenant, { status: 503 });
      await first.hub.alerts.change([ask(other.id)], null, me);
      await first.close();

      const second = await hubOn(tenant, { place });
      const rows = await rowsOf(second);
      expect([...rows.keys()].toSorted()).toEqual([...before.keys()].toSorted());
      expect(rows.get(one.id)).toMatchObject({ status: 'new', sync: { status: { state: 'refused' } } });
      expect(rows.get(other.id)).toMatchObject({ status: 'inProgress', sync: { status: { state: 'pending' } } });
      await clearFaults(tenant);
      second.hub.start();
      await expect.poll(() => tenant.store.alerts.byId(other.id)?.graph.status, { timeout: 30_000 }).toBe('inProgress');
      await second.close();
    } finally {
      await tenant.close();
      rmSync(path, { recursive: true, force: true });
    }
  });
});
