import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphMergeResponse } from '@/lib/wire/graph-security/regroup';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { addIncidents, mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const security = 'graph.microsoft.com/v1.0/security';
let tenant: Tenant;
let ask: Ask;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0 });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const incident = (id: string): GraphIncidentRecord =>
  tenant.store.graphIncidents.byId(id) ?? expect.unreachable(`no incident ${id}`);
/** Another incident with alerts and a twin, about which nobody has said anything yet. */
const other = (): GraphIncidentRecord =>
  [...tenant.store.graphIncidents.all()].find(
    ({ id, fields, alertIds, twin }) =>
      id !== '12345' && fields.status === 'active' && !fields.assignedTo && alertIds.length > 0 && twin !== null,
  ) ?? expect.unreachable('no other open incident');
const merge = (body: object, form = 'mergeIncidents') => ask(`${security}/incidents/${form}`, { method: 'POST', body });
const move = (body: object, form = 'moveAlerts') => ask(`${security}/alerts_v2/${form}`, { method: 'POST', body });

describe('mergeIncidents', () => {
  it('leaves the oldest with all alerts and tags, and redirects the rest', async () => {
    const [one, two] = [incident('12345'), other()];
    const [target, source] = one.fields.createdDateTime < two.fields.createdDateTime ? [one, two] : [two, one];
    const moved = [...source.alertIds];
    const all = new Set([...target.alertIds, ...moved]);
    const sourceTags = source.fields.customTags ?? [];
    const { status, body } = await merge({
      incidentIds: [source.id, target.id],
      incidentComment: 'one campaign',
      mergeReasons: 'sameCampaign, SameActor',
    });
    expect(status).toBe(200);
    expect(graphMergeResponse.parse(body).targetIncidentId).toBe(target.id);
    expect(new Set(target.alertIds)).toEqual(all);
    expect(target.fields.customTags).toEqual(expect.arrayContaining(sourceTags));
    expect(target.fields.comments?.at(-1)).toMatchObject({ comment: 'one campaign', createdByDisplayName: 'OneQueue' });
    expect(source.fields).toMatchObject({ status: 'redirected', redirectIncidentId: target.id });
    expect(source.alertIds).toEqual([]);
    const alert = await ask(`${security}/alerts_v2/${moved[0]}`);
    expect(alert.body).toMatchObject({
      incidentId: target.id,
      additionalData: { CorrelationReasons: 'sameCampaign, sameActor' },
    });
  });

  it('keeps the comments of what was merged where they were written', async () => {
    const two = other();
    const by = { kind: 'caller', name: 'maya' } as const;
    tenant.store.graphIncidents.comment(two, 'only here', by);
    tenant.store.graphIncidents.comment(incident('12345'), 'only there', by);
    const { body } = await merge({ incidentIds: [two.id, '12345'] });
    const target = incident(graphMergeResponse.parse(body).targetIncidentId);
    const texts = target.fields.comments?.map(({ comment }) => comment);
    expect(texts?.filter((text) => text?.startsWith('only'))).toHaveLength(1);
  });

  it('closes and tags the Sentinel side, and moves its alerts, when the sync has carried it', async () => {
    const two = other();
    const { body } = await merge({ incidentIds: ['12345', two.id] }, 'microsoft.graph.security.mergeIncidents');
    const targetId = graphMergeResponse.parse(body).targetIncidentId;
    await tenant.clock.advance(10_000);
    const twin = (id: string) => tenant.store.sentinelIncidents.byName(incident(id).twin ?? '');
    const sourceId = targetId === '12345' ? two.id : '12345';
    expect(twin(sourceId)?.fields.status).toBe('Closed');
    expect(twin(sourceId)?.fields.labels.map(({ labelName }) => labelName)).toContain('Redirected');
    expect(twin(sourceId)?.alertIds).toEqual([]);
    expect(twin(targetId)?.alertIds).toEqual(incident(targetId).alertIds);
  });

  it('takes the one assignee there is and refuses two different ones', async () => {
    addIncidents(tenant, 3);
    const by = { kind: 'caller', name: 'x' } as const;
    tenant.store.graphIncidents.change(incident('50000'), { assignedTo: 'maya.chen@contoso.com' }, by);
    await merge({ incidentIds: ['50000', '50001'] });
    expect(incident('50001').fields.assignedTo).toBe('maya.chen@contoso.com');
    tenant.store.graphIncidents.change(incident('50002'), { assignedTo: 'jordan.reyes@contoso.com' }, by);
    const refused = await merge({ incidentIds: ['50001', '50002'] });
    expect(refused.status).toBe(400);
    expect(field(refused.body, 'error', 'message')).toMatch(/assignedTo/);
  });

  it.each([
    ['one', { incidentIds: ['12345', '12345'] }, 400, /at least two/],
    ['six', { incidentIds: ['1', '2', '3', '4', '5', '6'] }, 400, /more than 5/],
    ['an unknown one', { incidentIds: ['12345', '99'] }, 404, /99/],
    ['none', {}, 400, /incidentIds/],
    ['an unknown reason', { incidentIds: ['12345', '99'], mergeReasons: 'sameMood' }, 400, /mergeReasons/],
  ])('refuses %s', async (_, body, status, message) => {
    const answer = await merge(body);
    expect(answer.status).toBe(status);
    expect(field(answer.body, 'error', 'message')).toMatch(message);
  });

  it('needs SecurityData.Manage.All', async () => {
    const answer = await ask(`${security}/incidents/mergeIncidents`, { method: 'POST', body: {}, as: 'reader' });
    expect(answer.status).toBe(403);
    expect(field(answer.body, 'error', 'message')).toContain('SecurityData.Manage.All');
  });
});

describe('moveAlerts', () => {
  it('moves an alert to another incident with its reason and comment', async () => {
    const from = mainIncident(tenant).graph;
    const to = other();
    const [id] = from.alertIds;
    const { status, body } = await move({
      alertIds: [id],
      incidentId: to.id,
      alertComment: 'belongs there',
      newCorrelationReasons: 'sameAsset, temporalProximity',
    });
    expect([status, field(body, 'targetIncidentId')]).toEqual([200, to.id]);
    expect(from.alertIds).not.toContain(id);
    expect(to.alertIds).toContain(id);
    const alert = await ask(`${security}/alerts_v2/${id}`);
    expect(alert.body).toMatchObject({
      incidentId: to.id,
      additionalData: { CorrelationReasons: 'sameAsset, temporalProximity' },
    });
    expect(list(alert.body, 'comments').at(-1)).toMatchObject({ comment: 'belongs there' });
    await tenant.clock.advance(10_000);
    expect(mainIncident(tenant).sentinel.alertIds).not.toContain(id);
  });

  it('makes a new incident when none is named, which reaches Sentinel in its time', async () => {
    const from = mainIncident(tenant).graph;
    const ids = from.alertIds.slice(0, 2);
    const { body } = await move({ alertIds: ids, incidentId: null }, 'microsoft.graph.security.moveAlerts');
    const made = incident(String(field(body, 'targetIncidentId')));
    expect(made.alertIds).toEqual(ids);
    expect(made.fields).toMatchObject({ status: 'active', displayName: tenant.store.alerts.pick(ids)[0]?.graph.title });
    await tenant.clock.advance(200_000);
    expect(made.twin).not.toBeNull();
  });

  it('redirects an incident that nothing is left of', async () => {
    const from = other();
    await move({ alertIds: [...from.alertIds], incidentId: '12345' });
    expect(from.fields).toMatchObject({ status: 'redirected', redirectIncidentId: '12345' });
    const refused = await move({ alertIds: [incident('12345').alertIds[0]], incidentId: from.id });
    expect(refused.status).toBe(400);
  });

  it.each([
    ['no alert', { alertIds: [] }, 400],
    ['an unknown alert', { alertIds: ['nope'] }, 404],
    ['a malformed body', { alertIds: 'nope' }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await move(body)).status).toBe(status);
  });
});
