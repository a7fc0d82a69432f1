/** The line between the two systems: broken and mended, narrowed to some severities, and both sides changed meanwhile. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, list, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const control = 'tenant.onequeue.test';
const incidentUrl = 'graph.microsoft.com/v1.0/security/incidents/12345';
const minuteMs = 60_000;
let tenant: Tenant;
let ask: Ask;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterEach(() => tenant.close());

const post = async (path: string, body: unknown) => {
  const answer = await ask(`${control}/${path}`, { method: 'POST', body });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const sync = (body: unknown) => post('sync', body);
const inDefender = (change: object, more: object = {}) =>
  post('portal', { in: 'defender', incident: '12345', change, ...more });
const inSentinel = (change: object, more: object = {}) =>
  post('portal', { in: 'sentinel', incident: '12345', change, ...more });
const graph = () => mainIncident(tenant).graph.fields;
const sentinel = () => mainIncident(tenant).sentinel.fields;

function newIncident(id: string, severity: 'low' | 'medium' | 'high') {
  const { fields } = mainIncident(tenant).graph;
  const at = tenant.clock.iso();
  const record = {
    id,
    fields: { ...fields, id, severity, createdDateTime: at, lastUpdateDateTime: at },
    alertIds: [],
    twin: null,
  };
  tenant.store.graphIncidents.add(record);
  return record;
}
const twinOf = (id: string) => tenant.store.graphIncidents.byId(id)?.twin ?? null;

describe('an outage of the sync', () => {
  it('shows a split brain for as long as it lasts, and mends it with the later change of each field', async () => {
    await sync({ paused: true });
    await inSentinel({ status: 'Closed', classification: 'FalsePositive', classificationReason: 'InaccurateData' });
    await tenant.clock.advance(minuteMs);
    await inDefender({ status: 'inProgress', severity: 'low' });
    await tenant.clock.advance(60 * minuteMs);
    expect([graph().status, sentinel().status]).toEqual(['inProgress', 'Closed']);
    expect(await sync({ paused: false })).toMatchObject({ paused: false });
    await tenant.clock.advance(minuteMs);
    // Status and severity changed later in Defender; the verdict changed in Sentinel alone.
    expect(sentinel()).toMatchObject({ status: 'Active', severity: 'Low', classification: 'FalsePositive' });
    expect(graph()).toMatchObject({ status: 'inProgress', severity: 'low', classification: 'falsePositive' });
  });

  it('holds comments, alerts and new incidents back and delivers each once', async () => {
    await sync({ paused: true });
    const before = mainIncident(tenant).sentinel.comments.length;
    await inDefender({}, { comment: 'written while the line was down' });
    newIncident('70001', 'high');
    await tenant.clock.advance(10 * minuteMs);
    expect(mainIncident(tenant).sentinel.comments).toHaveLength(before);
    expect(twinOf('70001')).toBeNull();
    const { body } = await ask(`${control}/sync`);
    expect(Number(field(body, 'backlog'))).toBeGreaterThanOrEqual(2);
    await sync({ paused: false });
    await tenant.clock.advance(minuteMs);
    const { comments } = mainIncident(tenant).sentinel;
    expect(comments.filter(({ message }) => message === 'written while the line was down')).toHaveLength(1);
    expect(twinOf('70001')).not.toBeNull();
    const after = (await ask(`${control}/sync`)).body;
    expect(field(after, 'backlog')).toBe(0);
    expect(field(after, 'lastSuccessAt')).toBe(new Date(tenant.clock.nowMs() - minuteMs + 8000).toISOString());
  });

  it('a comment that was taken back before it left was never there', async () => {
    await sync({ paused: true });
    await inSentinel({}, { comment: 'a slip' });
    const { sentinel: record } = mainIncident(tenant);
    const slip = record.comments.find(({ message }) => message === 'a slip');
    const url = `${sentinelRoot}/incidents/${record.name}/comments/${slip?.name}?${apiVersion}`;
    expect((await ask(url, { method: 'DELETE' })).status).toBe(200);
    await sync({ paused: false });
    await tenant.clock.advance(minuteMs);
    expect(graph().comments?.map(({ comment }) => comment)).not.toContain('a slip');
  });

  it('deletes nothing on the other side: a comment that has travelled stays there', async () => {
    await inSentinel({}, { comment: 'to be regretted' });
    await tenant.clock.advance(minuteMs);
    const { sentinel: record } = mainIncident(tenant);
    const name = record.comments.find(({ message }) => message === 'to be regretted')?.name;
    await ask(`${sentinelRoot}/incidents/${record.name}/comments/${name}?${apiVersion}`, { method: 'DELETE' });
    await tenant.clock.advance(minuteMs);
    expect(record.comments.some((comment) => comment.name === name)).toBe(false);
    expect(graph().comments?.map(({ comment }) => comment)).toContain('to be regretted');
  });

  it('carries no more comments than Sentinel takes', async () => {
    const { sentinel: record } = mainIncident(tenant);
    for (let index = record.comments.length; index < 105; index += 1)
      await inDefender({}, { comment: `note ${index}` });
    await tenant.clock.advance(minuteMs);
    expect(record.comments).toHaveLength(100);
    expect(graph().comments?.length).toBeGreaterThanOrEqual(105);
  });

  it('takes its delays from the control host', async () => {
    await sync({ changeMs: 120_000 });
    await inDefender({ severity: 'low' });
    await tenant.clock.advance(119_000);
    expect(sentinel().severity).toBe('High');
    await tenant.clock.advance(2_000);
    expect(sentinel().severity).toBe('Low');
  });

  it.each([[{ severities: ['critical'] }], [{ changeMs: -1 }], [{ pause: true }]])('refuses %j', async (body) => {
    expect((await ask(`${control}/sync`, { method: 'POST', body })).status).toBe(400);
  });
});

describe('both sides change one incident within the delay', () => {
  it('keeps the verdict that Sentinel gave when Defender only moved the status', async () => {
    await inSentinel({ classification: 'BenignPositive', classificationReason: 'SuspiciousButExpected' });
    await tenant.clock.advance(1000);
    await inDefender({ status: 'resolved' });
    await tenant.clock.advance(minuteMs);
    expect(sentinel()).toMatchObject({ status: 'Closed', classification: 'BenignPositive' });
    expect(graph()).toMatchObject({ status: 'resolved', classification: 'informationalExpectedActivity' });
  });

  it('keeps Sentinel’s own reason when Defender opens the incident again', async () => {
    await inSentinel({
      status: 'Closed',
      classification: 'FalsePositive',
      classificationReason: 'IncorrectAlertLogic',
    });
    await tenant.clock.advance(minuteMs);
    expect(graph()).toMatchObject({ classification: 'falsePositive', determination: 'other' });
    await inDefender({ status: 'active' });
    await tenant.clock.advance(minuteMs);
    expect(sentinel()).toMatchObject({ status: 'New', classificationReason: 'IncorrectAlertLogic' });
  });
});

describe('the severity filter', () => {
  it('keeps the lower severities out of Sentinel until it is opened', async () => {
    await sync({ severities: ['high'] });
    newIncident('70001', 'high');
    newIncident('70002', 'medium');
    await tenant.clock.advance(5 * minuteMs);
    expect(twinOf('70001')).not.toBeNull();
    expect(twinOf('70002')).toBeNull();
    const kept = [...tenant.store.graphIncidents.all()].filter(({ twin }) => twin === null);
    expect(field((await ask(`${control}/sync`)).body, 'filtered')).toBe(kept.length);
    await sync({ severities: 'all' });
    await tenant.clock.advance(5 * minuteMs);
    expect(twinOf('70002')).not.toBeNull();
    expect(field((await ask(`${control}/sync`)).body, 'filtered')).toBe(0);
  });

  it('lets an incident through when its severity rises, and never sends one back that falls', async () => {
    await sync({ severities: ['high'] });
    const incident = newIncident('70002', 'medium');
    await tenant.clock.advance(5 * minuteMs);
    const by = { kind: 'caller', name: 'somebody' } as const;
    tenant.store.graphIncidents.change(incident, { severity: 'high' }, by);
    await tenant.clock.advance(5 * minuteMs);
    expect(twinOf('70002')).not.toBeNull();
    tenant.store.graphIncidents.change(incident, { severity: 'low' }, by);
    await tenant.clock.advance(minuteMs);
    expect(tenant.store.sentinelIncidents.byName(twinOf('70002') ?? '')?.fields.severity).toBe('Low');
  });
});

describe('merged, redirected, removed', () => {
  const merge = async (ids: readonly string[]) => {
    const url = 'graph.microsoft.com/v1.0/security/incidents/mergeIncidents';
    const answer = await ask(url, { method: 'POST', body: { incidentIds: ids } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return String(field(answer.body, 'targetIncidentId'));
  };

  it('a merge empties, closes and tags the other one’s twin, and fills the survivor’s', async () => {
    const { graphIncidents, sentinelIncidents } = tenant.store;
    const open = [...graphIncidents.all()].filter(
      ({ id, fields, twin, alertIds }) =>
        id !== '12345' &&
        twin !== null &&
        alertIds.length > 0 &&
        alertIds.length < 20 &&
        fields.status === 'active' &&
        !fields.assignedTo,
    );
    const [one, other] = open;
    if (!one || !other) return expect.unreachable('no two open incidents');
    const alerts = [...one.alertIds, ...other.alertIds];
    const revisions = new Map([one, other].map(({ id, twin }) => [id, sentinelIncidents.byName(twin ?? '')?.revision]));
    const target = await merge([one.id, other.id]);
    await tenant.clock.advance(minuteMs);
    const [survivor, source] = target === one.id ? [one, other] : [other, one];
    const revision = revisions.get(source.id) ?? Number.NaN;
    const gone = sentinelIncidents.byName(source.twin ?? '');
    expect(gone?.fields).toMatchObject({ status: 'Closed', classification: 'Undetermined' });
    expect(gone?.fields.labels.map(({ labelName }) => labelName)).toContain('Redirected');
    expect(gone?.alertIds).toEqual([]);
    const preview = await ask(`${sentinelRoot}/incidents/${gone?.name}?api-version=2025-10-01-preview`);
    expect(field(preview.body, 'properties', 'additionalData')).toMatchObject({
      mergedIncidentNumber: String(sentinelIncidents.byName(survivor.twin ?? '')?.number),
      mergedIncidentUrl: expect.stringContaining(survivor.twin ?? 'nowhere'),
    });
    const stable = await ask(`${sentinelRoot}/incidents/${gone?.name}?${apiVersion}`);
    expect(field(stable.body, 'properties', 'additionalData', 'mergedIncidentUrl')).toBeUndefined();
    // All of it in one update: of two at the same instant nobody could say which is the last.
    expect(gone?.revision).toBe(revision + 1);
    expect(sentinelIncidents.byName(survivor.twin ?? '')?.alertIds.toSorted()).toEqual(alerts.toSorted());
  });

  it('one that was merged away before it arrived never does', async () => {
    const source = newIncident('70003', 'high');
    const by = { kind: 'cloud', name: 'API-Correlation' } as const;
    tenant.store.graphIncidents.change(source, { status: 'redirected', redirectIncidentId: '12345' }, by);
    await tenant.clock.advance(10 * minuteMs);
    expect(twinOf('70003')).toBeNull();
  });

  it('what is deleted in Sentinel stays in Defender, and does not come back', async () => {
    const { name } = mainIncident(tenant).sentinel;
    const answer = await ask(`${control}/portal`, {
      method: 'POST',
      body: { in: 'sentinel', incident: '12345', delete: true },
    });
    expect(answer.status).toBe(204);
    await ask(incidentUrl, { method: 'PATCH', body: { severity: 'low' } });
    await tenant.clock.advance(10 * minuteMs);
    expect(tenant.store.sentinelIncidents.byName(name)).toBeUndefined();
    expect(tenant.store.graphIncidents.byId('12345')?.fields.severity).toBe('low');
  });

  it('shows 150 of the alerts of an incident that has more', async () => {
    const flood = [...tenant.store.graphIncidents.all()].find(({ alertIds }) => alertIds.length > 150);
    const { body } = await ask(`${sentinelRoot}/incidents/${flood?.twin}/alerts?${apiVersion}`, { method: 'POST' });
    expect(list(body, 'value')).toHaveLength(150);
  });
});

describe('somebody in another portal', () => {
  it('is named as who changed it, and the change travels', async () => {
    await inDefender({ assignedTo: 'maya.chen@contoso.com' }, { as: 'tomasz.lindqvist@contoso.com' });
    expect(graph().lastModifiedBy).toBe('Tomasz Lindqvist');
    await tenant.clock.advance(minuteMs);
    expect(sentinel().owner.userPrincipalName).toBe('maya.chen@contoso.com');
    await inSentinel({ owner: null, labels: ['seen'] });
    await tenant.clock.advance(minuteMs);
    expect(graph()).toMatchObject({ assignedTo: null, customTags: ['seen'] });
  });

  it.each([
    [{ in: 'defender', incident: '1', change: {} }, 404],
    [{ in: 'sentinel', incident: 'nothing', change: {} }, 404],
    [{ in: 'defender', incident: '12345', as: 'nobody@contoso.com' }, 404],
    [{ in: 'sentinel', incident: '12345', change: { status: 'Closed' } }, 400],
    [{ in: 'defender', incident: '12345', change: { status: 'Closed' } }, 400],
    [{ in: 'azure', incident: '12345' }, 400],
  ])('is refused what nobody could do: %j', async (body, status) => {
    expect((await ask(`${control}/portal`, { method: 'POST', body })).status).toBe(status);
  });
});
