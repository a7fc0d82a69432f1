import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphError } from '@/lib/wire/graph-error';
import { graphCommentList } from '@/lib/wire/graph-security/comment';
import { graphIncident, graphIncidentList } from '@/lib/wire/graph-security/incident';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, askOf, field, list } from '@/mocks/testing/ask';
import { addIncidents, mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

const incidents = 'graph.microsoft.com/v1.0/security/incidents';
const newer = { prefer: 'include-unknown-enum-members' };
let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant();
  ask = askOf(tenant);
  addIncidents(tenant, 120);
});
afterAll(() => tenant.close());

describe('GET /security/incidents', () => {
  it('parses by the wire schema', async () => {
    const { status, body } = await ask(`${incidents}?$expand=alerts`, { headers: newer });
    expect(status).toBe(200);
    expect(graphIncidentList.safeParse(body).error).toBeUndefined();
  });

  it('never gives more than 50 to a page and follows nextLink to the end without losing or repeating any', async () => {
    const ids: unknown[] = [];
    let url: string | undefined = `${incidents}?$top=200&$count=true`;
    while (url) {
      const { body }: { body: unknown } = await ask(url);
      const page = list(body, 'value');
      expect(page.length).toBeLessThanOrEqual(50);
      ids.push(...page.map((incident) => field(incident, 'id')));
      const next = field(body, '@odata.nextLink');
      url = typeof next === 'string' ? next.replace('https://', '') : undefined;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe([...tenant.store.graphIncidents.all()].length);
  });

  it('keeps links on the origin that the request came in by', async () => {
    const { body } = await ask(`localhost:4443/${incidents}?$top=1`, { audience: 'https://graph.microsoft.com' });
    expect(field(body, '@odata.nextLink')).toMatch(
      /^https:\/\/localhost:4443\/graph\.microsoft\.com\/v1\.0\/security\/incidents\?/,
    );
  });

  it('filters by what Microsoft documents and sorts by what its connectors use', async () => {
    const { body } = await ask(
      `${incidents}?$filter=lastUpdateDateTime gt 2025-01-09T23:58:30Z and lastUpdateDateTime lt 2025-01-10T00:00:01Z&$orderby=lastUpdateDateTime asc`,
    );
    expect(list(body, 'value').map((incident) => field(incident, 'id'))).toEqual(['50001', '50000']);
  });

  it.each([
    ['$skip=501', /500/],
    ["$filter=displayName eq 'x'", /displayName/],
    ['$filter=status eq', /position/],
    ['$orderby=displayName', /Ordering/],
    ['$expand=comments', /comments/],
    ['$top=many', /\$top/],
    ['$apply=x', /\$apply/],
    ['page=2', /page/],
  ])('refuses ?%s with 400', async (query, message) => {
    const { status, body } = await ask(`${incidents}?${query}`);
    expect(status).toBe(400);
    expect(graphError.parse(body).error.message).toMatch(message);
  });

  it('withholds newer enum members from those who do not ask for them', async () => {
    const main = `${incidents}/12345?$expand=alerts`;
    const sources = (body: unknown) => list(body, 'alerts').map((alert) => field(alert, 'serviceSource'));
    const plain = await ask(main);
    expect(sources(plain.body)).toContain('unknownFutureValue');
    expect(sources(plain.body)).not.toContain('microsoftSentinel');
    const preferring = await ask(main, { headers: newer });
    expect(sources(preferring.body)).toContain('microsoftSentinel');
    expect(sources(preferring.body)).not.toContain('unknownFutureValue');
  });
});

describe('one incident', () => {
  it('tells apart what is there and what is not', async () => {
    const found = await ask(`${incidents}/12345`);
    expect(graphIncident.safeParse(found.body).error).toBeUndefined();
    expect(field(found.body, 'alerts')).toBeUndefined();
    const missing = await ask(`${incidents}/99`, { headers: { 'client-request-id': 'mine' } });
    expect(missing.status).toBe(404);
    expect(missing.headers.get('client-request-id')).toBe('mine');
    expect(field(missing.body, 'error', 'innerError', 'client-request-id')).toBe('mine');
  });

  it('changes what is sent, in any casing of enums, and says when and by whom', async () => {
    await tenant.clock.advance(1000);
    const { status, body } = await ask(`${incidents}/50003`, {
      method: 'PATCH',
      body: { status: 'InProgress', assignedTo: 'maya.chen@contoso.com', customTags: ['x'] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'inProgress',
      assignedTo: 'maya.chen@contoso.com',
      customTags: ['x'],
      lastModifiedBy: 'OneQueue',
      lastUpdateDateTime: tenant.clock.iso(),
    });
  });

  it.each([
    [{ status: 'redirected' }, /redirected/],
    [{ priorityScore: 3 }, /unrecognized|priorityScore/i],
    [{ severity: 'Highest' }, /severity/],
  ])('refuses %j', async (change, message) => {
    const { status, body } = await ask(`${incidents}/50004`, { method: 'PATCH', body: change });
    expect(status).toBe(400);
    expect(field(body, 'error', 'message')).toMatch(message);
  });

  it('answers a comment with 200 and the whole list', async () => {
    const post = (comment: string) =>
      ask(`${incidents}/50005/comments`, {
        method: 'POST',
        body: { '@odata.type': 'microsoft.graph.security.alertComment', comment },
      });
    const before = tenant.store.graphIncidents.byId('50005')?.fields.comments?.length ?? 0;
    await post('first');
    const { status, body } = await post('<b>second</b>');
    expect(status).toBe(200);
    const { value } = graphCommentList.parse(body);
    expect(value.slice(before).map((one) => one.comment)).toEqual(['first', '<b>second</b>']);
  });

  it('resolves its open alerts with it', async () => {
    const { graph } = mainIncident(tenant);
    await ask(`${incidents}/12345`, {
      method: 'PATCH',
      body: { status: 'resolved', classification: 'truePositive', determination: 'multiStagedAttack' },
    });
    for (const alert of tenant.store.alerts.pick(graph.alertIds)) {
      expect(alert.graph).toMatchObject({ status: 'resolved', classification: 'truePositive' });
    }
  });
});
