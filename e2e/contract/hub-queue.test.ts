/** The merged queue against a tenant: twins are one, strangers stay two, and both sides agree after a change. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothStores } from '@/e2e/contract/both-stores';
import { type Bench, changed, hubOn, listed, maya, nextCommandId, smallTenant } from '@/e2e/contract/hub-harness';

const stranger = '0a0a0a0a-1111-4222-8333-444444444444';

onBothStores('the merged queue', (place) => {
  let bench: Bench;
  beforeAll(async () => {
    const tenant = await smallTenant();
    bench = { tenant, ...(await hubOn(tenant, { place: await place() })) };
    // Sentinel's own incident, with a number that Defender uses for another one.
    await bench.upstream.api.sentinel.incidents.put(stranger, {
      properties: { title: 'Odd DNS traffic', severity: 'Medium', status: 'New' },
    });
    await bench.hub.refresh();
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  it('shows every incident of both systems once', () => {
    const { incidents } = bench.hub.list();
    const defender = [...bench.tenant.store.graphIncidents.all()];
    const sentinel = [...bench.tenant.store.sentinelIncidents.all()];
    const alone = sentinel.filter((incident) => incident.twin === null);
    expect(incidents).toHaveLength(defender.length + alone.length);
    expect(incidents.filter((incident) => incident.defender && incident.sentinel).length).toBeGreaterThan(0);
    expect(listed(bench.hub, stranger)).toMatchObject({ defender: null, title: 'Odd DNS traffic' });
    expect(new Set(incidents.map((incident) => incident.key)).size).toBe(incidents.length);
  });

  it('knows the multi-stage attack by all of its names', async () => {
    const incident = listed(bench.hub, '12345');
    expect(incident.title).toBe('Multi-stage attack: Suspicious sign-in + credential access');
    expect(incident.severity).toBe('high');
    expect(incident.alertCount).toBe(4);
    expect(incident.sentinel).not.toBeNull();
    const names = [
      '#12345',
      'https://security.microsoft.com/incidents/12345?tid=x',
      incident.sentinel?.name ?? '',
      incident.sentinel?.webUrl ?? '',
    ];
    for (const name of names) expect(await bench.hub.resolve(name)).toMatchObject({ kind: 'found', key: '12345' });
  });

  it('reads its four alerts with entities, from both systems', async () => {
    const reply = await bench.hub.detail('12345');
    if (reply.kind !== 'found') throw new Error(reply.kind);
    const { detail } = reply;
    expect(detail.failures).toEqual([]);
    expect(detail.alerts).toHaveLength(4);
    expect(detail.alerts.some((alert) => alert.systems.length === 2)).toBe(true);
    const user = detail.entities.find((entity) => entity.id === 'user:alex.johnson@contoso.com');
    expect(user?.alertIds.length).toBeGreaterThan(1);
    expect(detail.entities.map((entity) => entity.id)).toHaveLength(new Set(detail.entities.map(({ id }) => id)).size);
  });

  it('says where it looked for an incident that is nowhere', async () => {
    expect(await bench.hub.detail('99999999')).toEqual({
      kind: 'unknown',
      lookedFor: '99999999',
      lookedIn: ['Defender incidents by number', 'Sentinel incidents by number'],
    });
    expect(await bench.hub.resolve('<script>alert(1)</script>')).toMatchObject({ kind: 'unknown', lookedIn: [] });
  });

  it('paints a change at once, sends it to Defender and confirms it on both', async () => {
    const { hub, tenant, upstream } = bench;
    const { incident } = await changed(hub, '12345', {
      status: 'inProgress',
      assignee: { name: 'maya.chen@contoso.com', displayName: 'Maya Chen', objectId: null },
    });
    expect(incident.status).toBe('inProgress');
    expect(incident.sync.status?.state).toBe('pending');
    await hub.idle();
    expect(listed(hub, '12345').sync.status).toMatchObject({ state: 'pending', shownBy: ['defender'] });
    await tenant.clock.advance(60_000);
    await hub.refresh();
    expect(listed(hub, '12345').sync.status).toMatchObject({ state: 'confirmed', shownBy: ['defender', 'sentinel'] });
    expect(listed(hub, '12345').sync.assignee?.state).toBe('confirmed');
    const graph = await upstream.api.graphSecurity.incidents.get('12345');
    const sentinel = await upstream.api.sentinel.incidents.get(incident.sentinel?.name ?? '');
    expect([graph.status, graph.assignedTo]).toEqual(['inProgress', 'maya.chen@contoso.com']);
    expect([sentinel.properties.status, sentinel.properties.owner?.userPrincipalName]).toEqual([
      'Active',
      'maya.chen@contoso.com',
    ]);
  });

  it('assigns to a group: both systems keep it as theirs do, and its members know it for their own', async () => {
    const { hub, tenant, upstream } = bench;
    const groups = await hub.assignableGroups();
    expect(groups.map(({ displayName }) => displayName)).toEqual(['SOC Leads', 'SOC Tier 1', 'SOC Tier 2']);
    const [leads, , tier2] = groups;
    if (leads === undefined || tier2 === undefined) return expect.unreachable('no groups');
    const { incident } = await changed(hub, '12345', { assignee: tier2 });
    expect(incident.assignee).toEqual(tier2);
    await hub.idle();
    await tenant.clock.advance(60_000);
    await hub.refresh();
    expect(listed(hub, '12345')).toMatchObject({ assignee: tier2, sync: { assignee: { state: 'confirmed' } } });
    const { assignedTo } = await upstream.api.graphSecurity.incidents.get('12345');
    const twin = incident.sentinel?.name ?? '';
    const { owner } = (await upstream.api.sentinel.incidents.get(twin)).properties;
    expect([assignedTo, owner?.objectId, owner?.ownerType]).toEqual([tier2.name, tier2.objectId, 'Group']);
    // And an incident that only Sentinel knows.
    await changed(hub, stranger, { assignee: leads });
    await hub.idle();
    const alone = (await upstream.api.sentinel.incidents.get(stranger)).properties.owner;
    expect(alone).toMatchObject({ assignedTo: 'SOC Leads', ownerType: 'Group', userPrincipalName: null });
    expect(listed(hub, stranger).assignee).toEqual(leads);
    const members = await Promise.all(
      ['maya.chen@contoso.com', 'rosa.delgado@contoso.com', 'nobody@contoso.com'].map(async (upn) =>
        (await hub.groupsOf(await hub.lookUp(upn))).map(({ displayName }) => displayName),
      ),
    );
    expect(members).toEqual([['SOC Tier 2'], ['SOC Tier 1'], []]);
    expect((await hub.findGroups('payments')).map(({ name }) => name)).toEqual(['Finance Payments']);
  });

  it('keeps the verdict through a close', async () => {
    const { hub, tenant, upstream } = bench;
    const verdict = {
      classification: 'truePositive',
      determination: 'compromisedAccount',
      reason: null,
      comment: 'Reset the password.',
    } as const;
    await changed(hub, '12345', { status: 'resolved', verdict });
    await hub.idle();
    await tenant.clock.advance(60_000);
    await hub.refresh();
    const closed = listed(hub, '12345');
    expect([closed.sync.status?.state, closed.sync.verdict?.state]).toEqual(['confirmed', 'confirmed']);
    expect(closed.verdict).toMatchObject({ classification: 'truePositive', determination: 'compromisedAccount' });
    const twin = await upstream.api.sentinel.incidents.get(closed.sentinel?.name ?? '');
    expect([twin.properties.status, twin.properties.classification, twin.properties.classificationReason]).toEqual([
      'Closed',
      'TruePositive',
      'SuspiciousActivity',
    ]);
  });

  it('writes an incident that only Sentinel knows to Sentinel, keeping all that it does not change', async () => {
    const { hub, upstream } = bench;
    await changed(hub, stranger, { severity: 'low' });
    await hub.idle();
    expect(listed(hub, stranger).sync.severity).toMatchObject({ state: 'confirmed', shownBy: ['sentinel'] });
    const { properties } = await upstream.api.sentinel.incidents.get(stranger);
    expect([properties.severity, properties.title, properties.status]).toEqual(['Low', 'Odd DNS traffic', 'New']);
  });

  it('confirms a comment and shows one of each pair of copies', async () => {
    const { hub, tenant } = bench;
    await hub.addComment({ commandId: nextCommandId(), key: '12345', text: 'Called the user. <b>Not</b> them.' }, maya);
    await hub.idle();
    await tenant.clock.advance(60_000);
    await hub.refresh();
    const reply = await hub.detail('12345');
    if (reply.kind !== 'found') throw new Error(reply.kind);
    const ours = reply.detail.comments.filter((comment) => comment.text === 'Called the user. <b>Not</b> them.');
    expect(ours).toHaveLength(1);
    expect(ours[0]?.state).toBe('confirmed');
  });
});
