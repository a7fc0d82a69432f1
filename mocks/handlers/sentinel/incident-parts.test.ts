/** What hangs on a Sentinel incident besides alerts and comments: tasks, bookmarks, relations, playbooks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armError } from '@/lib/wire/arm-error';
import { sentinelBookmark, sentinelBookmarkList, sentinelHuntingBookmarkList } from '@/lib/wire/sentinel/bookmark';
import { sentinelIncident } from '@/lib/wire/sentinel/incident';
import { sentinelRelation, sentinelRelationList } from '@/lib/wire/sentinel/relation';
import { sentinelTask, sentinelTaskList } from '@/lib/wire/sentinel/task';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, field, logRows, sentinelRoot } from '@/mocks/testing/ask';
import { mainIncident, smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;
let main: string;

beforeAll(async () => {
  tenant = await smallTenant({ rows: 0, quotas: false });
  ask = askOf(tenant);
  main = `${sentinelRoot}/incidents/${mainIncident(tenant).sentinel.name}`;
});
afterAll(() => tenant.close());

const put = (path: string, properties: unknown, etag?: string) =>
  ask(`${path}?${apiVersion}`, { method: 'PUT', body: { properties, ...(etag ? { etag } : {}) } });
const get = (path: string) => ask(`${path}?${apiVersion}`);
const remove = (path: string) => ask(`${path}?${apiVersion}`, { method: 'DELETE' });
const rows = (query: string) => logRows(ask, query);
const idOf = (collection: string, name: string) =>
  `${sentinelRoot.replace('management.azure.com', '')}/${collection}/${name}`;
const own = `${sentinelRoot}/incidents/0f0f0f0f-0000-4000-8000-00000000000a`;

describe('tasks of a Sentinel incident', () => {
  const task = () => `${main}/tasks/0a0a0a0a-0000-4000-8000-000000000001`;

  it('are made with 201, replaced with 200, listed, and seen by KQL', async () => {
    const made = await put(task(), { title: 'Call the owner', status: 'new', description: 'By phone' });
    expect(made.status).toBe(201);
    expect(sentinelTask.parse(made.body).properties).toMatchObject({ status: 'New', createdBy: { name: 'OneQueue' } });
    const done = await put(task(), { title: 'Call the owner', status: 'Completed' });
    expect(done.status).toBe(200);
    expect(sentinelTask.parse(done.body).properties.description).toBeUndefined();
    expect(sentinelTaskList.parse((await get(`${main}/tasks`)).body).value).toHaveLength(1);
    const name = mainIncident(tenant).sentinel.name;
    const tasks = `SecurityIncident | where IncidentName == '${name}' | mv-expand Task = Tasks`;
    const query = `${tasks} | project Title = tostring(Task['title']), Status = tostring(Task['status']) | sort by Status asc`;
    expect(await rows(query)).toEqual([
      ['Call the owner', 'Completed'],
      ['Call the owner', 'New'],
    ]);
  });

  it('refuse a stale etag, an empty title, a status that does not exist and a forty-first', async () => {
    const { etag } = sentinelTask.parse((await get(task())).body);
    expect((await put(task(), { title: 'Mine', status: 'New' }, etag ?? '')).status).toBe(200);
    expect((await put(task(), { title: 'Late', status: 'New' }, etag ?? '')).status).toBe(409);
    expect((await put(task(), { title: ' ', status: 'New' })).status).toBe(400);
    expect((await put(task(), { title: 'No', status: 'Doing' })).status).toBe(400);
    for (let index = 1; index < 40; index += 1) await put(`${main}/tasks/t${index}`, { title: 'x', status: 'New' });
    const full = await put(`${main}/tasks/t40`, { title: 'x', status: 'New' });
    expect(full.status).toBe(400);
    expect(armError.parse(full.body).error.message).toContain('40');
  });

  it('go with 200, and 204 when they are not there', async () => {
    expect((await remove(task())).status).toBe(200);
    expect((await remove(task())).status).toBe(204);
    expect((await get(task())).status).toBe(404);
  });
});

describe('bookmarks and relations', () => {
  const name = '0b0b0b0b-0000-4000-8000-000000000001';
  const bookmark = `${sentinelRoot}/bookmarks/${name}`;

  it('keeps a row of a hunt, replaces it whole and logs every state', async () => {
    const made = await put(bookmark, {
      displayName: 'Odd sign-in',
      query: 'SigninLogs | take 1',
      queryResult: '{"UserPrincipalName":"alex.johnson@contoso.com"}',
      labels: ['odd'],
    });
    expect(made.status).toBe(201);
    expect(sentinelBookmark.parse(made.body).properties.createdBy).toMatchObject({ name: 'OneQueue' });
    const second = await put(bookmark, { displayName: 'Odd sign-in', query: 'SigninLogs | take 1', notes: 'checked' });
    expect(sentinelBookmark.parse(second.body).properties).toMatchObject({ labels: [], notes: 'checked' });
    expect(sentinelBookmarkList.parse((await get(`${sentinelRoot}/bookmarks`)).body).value).toHaveLength(1);
    expect(await rows('HuntingBookmark | summarize count(), take_any(BookmarkName)')).toEqual([[2, 'Odd sign-in']]);
    expect((await put(`${sentinelRoot}/bookmarks/x`, { displayName: 'no query' })).status).toBe(400);
  });

  it('links a bookmark with an incident, which both then say', async () => {
    const relation = `${main}/relations/r1`;
    const linked = await put(relation, { relatedResourceId: idOf('bookmarks', name) });
    expect(linked.status).toBe(201);
    expect(sentinelRelation.parse(linked.body).properties.relatedResourceName).toBe(name);
    const posted = await ask(`${main}/bookmarks?${apiVersion}`, { method: 'POST' });
    expect(sentinelHuntingBookmarkList.parse(posted.body).value.map((one) => one.name)).toEqual([name]);
    expect(sentinelBookmark.parse((await get(bookmark)).body).properties.incidentInfo).toMatchObject({
      incidentId: mainIncident(tenant).sentinel.name,
      relationName: 'r1',
    });
    expect(sentinelIncident.parse((await get(main)).body).properties.additionalData?.bookmarksCount).toBe(1);
    expect((await put(`${main}/relations/r2`, { relatedResourceId: idOf('bookmarks', name) })).status).toBe(409);
    expect((await put(`${main}/relations/r3`, { relatedResourceId: idOf('bookmarks', 'none') })).status).toBe(404);
    expect((await put(`${main}/relations/r3`, { relatedResourceId: '/something/else' })).status).toBe(400);
  });

  it('lists alerts as relations of kind SecurityAlert, filtered and page by page', async () => {
    const all = sentinelRelationList.parse((await get(`${main}/relations`)).body).value;
    expect(all.filter((one) => one.properties.relatedResourceKind === 'SecurityAlert')).toHaveLength(4);
    const filter = "$filter=properties/relatedResourceKind eq 'SecurityAlert'";
    const page = sentinelRelationList.parse((await ask(`${main}/relations?${apiVersion}&${filter}&$top=3`)).body);
    expect(page.value).toHaveLength(3);
    const rest = await ask(String(page.nextLink).replace('https://', ''));
    expect(sentinelRelationList.parse(rest.body).value).toHaveLength(1);
  });

  it('leaves the alerts of Defender’s incidents alone, but adds to and takes from Sentinel’s own', async () => {
    const alert = tenant.store.alerts.pick(mainIncident(tenant).sentinel.alertIds)[0];
    const target = { relatedResourceId: idOf('entities', alert?.systemAlertId ?? '') };
    expect((await put(`${main}/relations/a1`, target)).status).toBe(400);
    await ask(`${own}?${apiVersion}`, {
      method: 'PUT',
      body: { properties: { title: 'By hand', severity: 'Low', status: 'New' } },
    });
    const added = await put(`${own}/relations/a1`, target);
    expect(added.status).toBe(201);
    expect(sentinelIncident.parse((await get(own)).body).properties.additionalData?.alertsCount).toBe(1);
    expect((await remove(`${own}/relations/${String(field(added.body, 'name'))}`)).status).toBe(200);
    expect(sentinelIncident.parse((await get(own)).body).properties.additionalData?.alertsCount).toBe(0);
  });

  it('forgets the link with the bookmark', async () => {
    expect((await remove(bookmark)).status).toBe(200);
    expect((await remove(bookmark)).status).toBe(204);
    expect((await get(`${main}/relations/r1`)).status).toBe(404);
    expect(await rows('HuntingBookmark | where SoftDeleted | count')).toEqual([[1]]);
  });
});

describe('a playbook started by hand', () => {
  const run = (path: string, body: unknown) => ask(`${path}/runPlaybook?${apiVersion}`, { method: 'POST', body });

  it('answers 204 without a body and leaves a line in SentinelHealth', async () => {
    const playbook = tenant.store.company.azureResources.find((one) => one.type === 'Microsoft.Logic/workflows');
    const body = { logicAppsResourceId: playbook?.id, tenantId: tenant.store.company.tenant.tenantId };
    const { status, body: answer } = await run(main, body);
    expect([status, answer]).toEqual([204, null]);
    expect(tenant.store.sentinel.playbookRuns()).toHaveLength(1);
    const query = "SentinelHealth | where SentinelResourceType == 'Playbook' | project SentinelResourceName, Status";
    expect(await rows(query)).toEqual([[playbook?.name, 'Success']]);
  });

  it('wants logicAppsResourceId, with an s, of a playbook that exists', async () => {
    expect((await run(main, { logicAppResourceId: '/x' })).status).toBe(400);
    expect((await run(main, { logicAppsResourceId: '/x' })).status).toBe(400);
    const other = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Logic/workflows/none';
    expect((await run(main, { logicAppsResourceId: other })).status).toBe(404);
    expect((await run(`${sentinelRoot}/incidents/none`, { logicAppsResourceId: other })).status).toBe(404);
  });
});
