import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const incident = 'graph.microsoft.com/v1.0/security/incidents/12345';
let tenant: Tenant;
let ask: Ask;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0 });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const patch = (body: unknown) => ask(incident, { method: 'PATCH', body });
const sentinelUrl = () => `${sentinelRoot}/incidents/${mainIncident(tenant).sentinel.name}?${apiVersion}`;
const put = (change: object) => {
  const { fields } = mainIncident(tenant).sentinel;
  return ask(sentinelUrl(), { method: 'PUT', body: { properties: { ...fields, ...change } } });
};

describe('two-way sync', () => {
  it('shows a change on the other side after the delay, not before', async () => {
    await patch({ status: 'inProgress', assignedTo: 'maya.chen@contoso.com', severity: 'medium', customTags: ['a'] });
    await tenant.clock.advance(7900);
    expect(mainIncident(tenant).sentinel.fields.status).toBe('New');
    await tenant.clock.advance(200);
    expect(mainIncident(tenant).sentinel.fields).toMatchObject({
      status: 'Active',
      severity: 'Medium',
      owner: { userPrincipalName: 'maya.chen@contoso.com', assignedTo: 'Maya Chen', ownerType: 'User' },
      labels: [{ labelName: 'a' }],
    });
  });

  it('carries one update with the last value when several changes come within the delay', async () => {
    const before = mainIncident(tenant).sentinel.revision;
    await patch({ severity: 'low' });
    await tenant.clock.advance(3000);
    await patch({ severity: 'medium' });
    await tenant.clock.advance(10_000);
    const { sentinel } = mainIncident(tenant);
    expect(sentinel.fields.severity).toBe('Medium');
    expect(sentinel.revision).toBe(before + 1);
  });

  it('lets the later change win when both sides touch the same field', async () => {
    await patch({ severity: 'low' });
    await tenant.clock.advance(1000);
    await put({ severity: 'Informational' });
    await tenant.clock.advance(20_000);
    expect(mainIncident(tenant).graph.fields.severity).toBe('informational');
    expect(mainIncident(tenant).sentinel.fields.severity).toBe('Informational');
  });

  it('carries a group as its address one way and as a directory object the other', async () => {
    const tier2 = { assignedTo: 'SOC Tier 2', email: 'soc-tier2@contoso.com', ownerType: 'Group' };
    for (const assignedTo of ['soc-tier2@contoso.com', 'SOC Tier 2']) {
      await patch({ assignedTo });
      await tenant.clock.advance(10_000);
      expect(mainIncident(tenant).sentinel.fields.owner).toMatchObject({ ...tier2, userPrincipalName: null });
    }
    const { objectId } = tenant.store.directory.ownerNamed('SOC Leads') ?? expect.unreachable();
    await put({ owner: { objectId } });
    expect(mainIncident(tenant).sentinel.fields.owner).toMatchObject({ ownerType: 'Group', assignedTo: 'SOC Leads' });
    await tenant.clock.advance(20_000);
    expect(mainIncident(tenant).graph.fields.assignedTo).toBe('soc-leads@contoso.com');
  });

  it.each([
    ['truePositive', 'multiStagedAttack', 'TruePositive', 'SuspiciousActivity'],
    ['falsePositive', 'notMalicious', 'FalsePositive', 'InaccurateData'],
    ['informationalExpectedActivity', 'securityTesting', 'BenignPositive', 'SuspiciousButExpected'],
  ])('closes as %s/%s → %s/%s', async (classification, determination, there, reason) => {
    await patch({ status: 'resolved', classification, determination, resolvingComment: 'done' });
    await tenant.clock.advance(10_000);
    expect(mainIncident(tenant).sentinel.fields).toMatchObject({
      status: 'Closed',
      classification: there,
      classificationReason: reason,
      classificationComment: 'done',
    });
  });

  it('loses Sentinel’s reason on the way to Defender: incorrect alert logic arrives as another false positive', async () => {
    await put({ status: 'Closed', classification: 'FalsePositive', classificationReason: 'IncorrectAlertLogic' });
    await tenant.clock.advance(60_000);
    const { graph, sentinel } = mainIncident(tenant);
    expect(graph.fields).toMatchObject({
      status: 'resolved',
      classification: 'falsePositive',
      determination: 'other',
    });
    // And the answer does not come back to overwrite the reason.
    expect(sentinel.fields.classificationReason).toBe('IncorrectAlertLogic');
  });

  it('leaves the determination in Defender and does not echo', async () => {
    const before = mainIncident(tenant).sentinel.revision;
    await patch({ determination: 'phishing' });
    await tenant.clock.advance(60_000);
    expect(mainIncident(tenant).sentinel.revision).toBe(before);
  });

  it('carries new comments both ways once, and edits never', async () => {
    const text = (comment: string) => ({ '@odata.type': 'microsoft.graph.security.alertComment', comment });
    await ask(`${incident}/comments`, { method: 'POST', body: text('from Defender') });
    const url = sentinelUrl().replace('?', '/comments/0c0c0c0c-0000-4000-8000-000000000002?');
    await ask(url, { method: 'PUT', body: { properties: { message: 'from Sentinel' } } });
    await tenant.clock.advance(10_000);
    await ask(url, { method: 'PUT', body: { properties: { message: 'edited' } } });
    await tenant.clock.advance(60_000);
    const { graph, sentinel } = mainIncident(tenant);
    const there = sentinel.comments.map((comment) => comment.message);
    const here = graph.fields.comments?.map((comment) => comment.comment);
    expect(there.filter((message) => message === 'from Defender')).toHaveLength(1);
    expect(here?.filter((comment) => comment === 'from Sentinel')).toHaveLength(1);
    expect(there).toContain('edited');
    expect(here).not.toContain('edited');
  });

  it('closes the Sentinel side of a merged incident and tags it', async () => {
    const { graph } = mainIncident(tenant);
    const by = { kind: 'cloud', name: 'API-Correlation' } as const;
    tenant.store.graphIncidents.change(graph, { status: 'redirected', redirectIncidentId: '12346' }, by);
    await tenant.clock.advance(10_000);
    const { status, labels } = mainIncident(tenant).sentinel.fields;
    expect(status).toBe('Closed');
    expect(labels.map((label) => label.labelName)).toContain('Redirected');
  });

  it('brings a new Defender incident to Sentinel within minutes, and nothing the other way', async () => {
    const { graph } = mainIncident(tenant);
    const at = tenant.clock.iso();
    const fields = { ...graph.fields, id: '70001', createdDateTime: at, lastUpdateDateTime: at };
    tenant.store.graphIncidents.add({ id: '70001', fields, alertIds: [], twin: null });
    const url = `${sentinelRoot}/incidents/0f0f0f0f-0000-4000-8000-000000000002?${apiVersion}`;
    await ask(url, { method: 'PUT', body: { properties: { title: 'Ours', severity: 'Low', status: 'New' } } });
    const before = [...tenant.store.graphIncidents.all()].length;
    await tenant.clock.advance(60_000);
    expect(tenant.store.graphIncidents.byId('70001')?.twin).toBeNull();
    await tenant.clock.advance(240_000);
    expect(tenant.store.graphIncidents.byId('70001')?.twin).not.toBeNull();
    expect([...tenant.store.graphIncidents.all()]).toHaveLength(before);
  });
});
