import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armError } from '@/lib/wire/arm-error';
import { sentinelAlertList } from '@/lib/wire/sentinel/alert';
import { sentinelCommentList } from '@/lib/wire/sentinel/comment';
import { sentinelEntityList } from '@/lib/wire/sentinel/entity';
import { sentinelIncident, sentinelIncidentList } from '@/lib/wire/sentinel/incident';
import { sentinelWorkspace } from '@/lib/wire/sentinel/workspace';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, list, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
let main: string;

beforeAll(async () => {
  tenant = await smallTenant();
  ask = askOf(tenant);
  main = `${sentinelRoot}/incidents/${mainIncident(tenant).sentinel.name}`;
});
afterAll(() => tenant.close());

const get = async () => sentinelIncident.parse((await ask(`${main}?${apiVersion}`)).body);
const put = (body: unknown) => ask(`${main}?${apiVersion}`, { method: 'PUT', body });

describe('Sentinel incidents', () => {
  it('lists, pages by an absolute nextLink, and ignores the case of paths', async () => {
    const first = await ask(
      `${sentinelRoot.replace('Microsoft.SecurityInsights', 'microsoft.securityinsights')}/Incidents?${apiVersion}&$top=1`,
    );
    const { value, nextLink } = sentinelIncidentList.parse(first.body);
    expect(value).toHaveLength(1);
    if (nextLink) {
      const second = sentinelIncidentList.parse((await ask(nextLink.replace('https://', ''))).body);
      expect(second.value[0]?.name).not.toBe(value[0]?.name);
    }
  });

  it('filters and sorts by properties', async () => {
    const { name } = mainIncident(tenant).sentinel;
    const query =
      "$filter=contains(properties/title,'multi-stage') and properties/severity eq 'High'&$orderby=properties/createdTimeUtc desc";
    const { body } = await ask(`${sentinelRoot}/incidents?${apiVersion}&${query}`);
    expect(list(body, 'value').map((one) => field(one, 'name'))).toContain(name);
  });

  it('names its Defender twin with the provider that makes the id mean something', async () => {
    const { properties } = await get();
    expect(properties).toMatchObject({ providerName: 'Microsoft XDR', providerIncidentId: '12345' });
    expect(properties.incidentNumber).not.toBe(12345);
  });

  it('replaces every property on PUT: what is left out is lost', async () => {
    const { etag, properties } = await get();
    const objectId = tenant.store.directory.byUpn('maya.chen@contoso.com')?.objectId;
    const tagged = { ...properties, labels: [{ labelName: 'kept' }], owner: { objectId } };
    const first = await put({ etag, properties: tagged });
    expect(first.status).toBe(200);
    expect(sentinelIncident.parse(first.body).properties).toMatchObject({
      labels: [{ labelName: 'kept', labelType: 'User' }],
      owner: { userPrincipalName: 'maya.chen@contoso.com', assignedTo: 'Maya Chen' },
    });
    const bare = { title: properties.title, severity: 'High', status: 'Active' };
    const second = sentinelIncident.parse((await put({ properties: bare })).body);
    expect(second.properties.labels).toEqual([]);
    expect(second.properties.owner?.objectId).toBeNull();
  });

  it('refuses a stale etag with 409 and keeps what is there', async () => {
    const { etag, properties } = await get();
    expect((await put({ etag, properties: { ...properties, severity: 'Low' } })).status).toBe(200);
    const late = await put({ etag, properties: { ...properties, severity: 'Medium' } });
    expect(late.status).toBe(409);
    expect(armError.parse(late.body).error).toMatchObject({ code: 'Conflict' });
    expect((await get()).properties.severity).toBe('Low');
  });

  it('wants a classification to close', async () => {
    const { properties } = await get();
    const { classification: _, ...open } = properties;
    expect((await put({ properties: { ...open, status: 'Closed' } })).status).toBe(400);
  });

  it('creates with 201 what stays in Sentinel, and deletes it with 200, then 204', async () => {
    const url = `${sentinelRoot}/incidents/0f0f0f0f-0000-4000-8000-000000000001?${apiVersion}`;
    const body = { properties: { title: 'By hand', severity: 'Low', status: 'New' } };
    const created = await ask(url, { method: 'PUT', body });
    expect(created.status).toBe(201);
    const { properties } = sentinelIncident.parse(created.body);
    expect(properties.providerName).toBe('Azure Sentinel');
    expect(properties.providerIncidentId).toBe(String(properties.incidentNumber));
    expect((await ask(url, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(url, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(url)).status).toBe(404);
  });

  it('lists alerts, and entities as {entities, metaData}', async () => {
    const alerts = sentinelAlertList.parse((await ask(`${main}/alerts?${apiVersion}`, { method: 'POST' })).body);
    expect(alerts.value).toHaveLength(4);
    const entities = sentinelEntityList.parse((await ask(`${main}/entities?${apiVersion}`, { method: 'POST' })).body);
    const kinds = entities.entities.map((entity) => entity.kind);
    expect(kinds).toContain('Account');
    expect(kinds).toContain('Ip');
    const counted = entities.metaData?.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(entities.entities.length);
  });

  it('takes comments under a GUID of the writer’s choice, edits and deletes them', async () => {
    const url = `${main}/comments/0c0c0c0c-0000-4000-8000-000000000001?${apiVersion}`;
    const write = (message: string) => ask(url, { method: 'PUT', body: { properties: { message } } });
    expect((await write('one')).status).toBe(201);
    expect((await write('two')).status).toBe(200);
    const { value } = sentinelCommentList.parse((await ask(`${main}/comments?${apiVersion}`)).body);
    expect(value.map((comment) => comment.properties.message)).toContain('two');
    expect((await ask(url, { method: 'DELETE' })).status).toBe(200);
    expect((await ask(url, { method: 'DELETE' })).status).toBe(204);
  });

  it('knows the workspace under it', async () => {
    const url = `${sentinelRoot.split('/providers/Microsoft.SecurityInsights')[0]}?api-version=2025-07-01`;
    const { body } = await ask(url);
    expect(sentinelWorkspace.parse(body)).toMatchObject({ name: 'law-contoso-unified', location: 'eastus' });
  });

  it.each([
    [`${sentinelRoot}/incidents`, 400, 'MissingApiVersionParameter'],
    [`${sentinelRoot}/incidents?api-version=1999-01-01`, 400, 'NoRegisteredProviderFound'],
    [`${sentinelRoot}/incidents?${apiVersion}&$filter=properties/nope eq 1`, 400, 'BadRequest'],
    [`${sentinelRoot.replace('law-contoso', 'law-other')}/incidents?${apiVersion}`, 404, 'ResourceNotFound'],
    [`${sentinelRoot}/incidents/nope?${apiVersion}`, 404, 'NotFound'],
  ])('%s → %i %s', async (url, status, code) => {
    const answer = await ask(url);
    expect(answer.status).toBe(status);
    expect(armError.parse(answer.body).error.code).toBe(code);
  });
});
