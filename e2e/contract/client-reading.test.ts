/** The real client reads everything the tenant has, over Microsoft's wire, each reply checked by its schema. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Connection, connectClient, fillWithCopies, mainIncidentId } from '@/e2e/contract/client-connection';
import { collect } from '@/lib/base/collect';

let connection: Connection;
const inEach = 130;

beforeAll(async () => {
  connection = await connectClient();
  fillWithCopies(connection.tenant, inEach);
});
afterAll(() => connection.tenant.close());
beforeEach(() => {
  connection.wire.length = 0;
});

test('the tenant, its people and its workspace', async () => {
  const { graphDirectory, sentinel } = connection.upstream.api;
  expect(await graphDirectory.organization.get()).toMatchObject({ displayName: 'Contoso' });
  const users = await collect(graphDirectory.users.list());
  expect(users.map(({ userPrincipalName }) => userPrincipalName)).toContain('alex.johnson@contoso.com');
  expect(await sentinel.workspace.get()).toMatchObject({ name: 'law-contoso-unified', location: 'eastus' });
});

test('Graph incidents come in pages, each once, although all changed at the same time', async () => {
  const pages: number[] = [];
  const ids = new Set<string>();
  for await (const page of connection.upstream.api.graphSecurity.incidents.list()) {
    pages.push(page.length);
    for (const { id } of page) ids.add(id);
  }
  expect(pages).toEqual([50, 50, 30]);
  expect(ids.size).toBe(inEach);
});

test('the wish for younger enum members stands on every page', async () => {
  const { tenant, upstream, wire } = connection;
  const ids = (await collect(upstream.api.graphSecurity.incidents.list())).map(({ id }) => id);
  const onPageThree = tenant.store.graphIncidents.byId(ids.at(-1) ?? '');
  if (onPageThree === undefined) throw new Error('the last incident is gone');
  onPageThree.fields.status = 'awaitingAction';
  wire.length = 0;

  const incidents = await collect(upstream.api.graphSecurity.incidents.list());
  expect(incidents.find(({ id }) => id === onPageThree.id)?.status).toBe('awaitingAction');
  expect(wire.map(({ prefer }) => prefer)).toEqual(Array(3).fill('include-unknown-enum-members'));
});

test('without that wish the tenant withholds them, so the test above can fail', async () => {
  const { send, upstream } = connection;
  await upstream.api.graphSecurity.alerts.get((await anAlertOfSentinel()).id);
  const bare = connection.another({
    send: (request) => {
      const headers = new Headers(request.headers);
      headers.delete('prefer');
      return send(new Request(request, { headers }));
    },
  });
  const alert = await bare.api.graphSecurity.alerts.get((await anAlertOfSentinel()).id);
  expect(alert.serviceSource).toBe('unknownFutureValue');
});

async function anAlertOfSentinel() {
  const alerts = await collect(connection.upstream.api.graphSecurity.alerts.list());
  const found = alerts.find(({ serviceSource }) => serviceSource === 'microsoftSentinel');
  if (found === undefined) throw new Error('no alert of Sentinel in the tenant');
  return found;
}

test('only what changed since is listed', async () => {
  const { graphSecurity, sentinel } = connection.upstream.api;
  const since = connection.tenant.clock.iso();
  await graphSecurity.incidents.update(mainIncidentId, { assignedTo: 'maya.chen@contoso.com' });
  const changed = await collect(graphSecurity.incidents.list({ since }));
  expect(changed.map(({ id, assignedTo }) => [id, assignedTo])).toEqual([[mainIncidentId, 'maya.chen@contoso.com']]);

  const later = new Date(connection.tenant.clock.nowMs() + 60 * 60_000).toISOString();
  expect(await collect(sentinel.incidents.list({ since: later }))).toEqual([]);
});

test('an incident comes with its alerts and their evidence', async () => {
  const incident = await connection.upstream.api.graphSecurity.incidents.get(mainIncidentId);
  expect(incident.displayName).toBe('Multi-stage attack: Suspicious sign-in + credential access');
  expect(incident.alerts).toHaveLength(4);
  const users = (incident.alerts ?? [])
    .flatMap(({ evidence }) => evidence ?? [])
    .flatMap((one) =>
      one['@odata.type'] === '#microsoft.graph.security.userEvidence' ? [one.userAccount?.userPrincipalName] : [],
    );
  expect(users).toContain('alex.johnson@contoso.com');
});

test('alerts come without next links', async () => {
  const alerts = await collect(connection.upstream.api.graphSecurity.alerts.list());
  expect(alerts.length).toBe([...connection.tenant.store.alerts.all()].filter(({ inGraph }) => inGraph).length);
  expect(connection.wire.every(({ url }) => url.pathname.endsWith('/alerts_v2'))).toBe(true);
});

test('Sentinel lists its incidents in pages, with alerts, entities and comments of one', async () => {
  const { sentinel } = connection.upstream.api;
  const incidents = await collect(sentinel.incidents.list());
  expect(new Set(incidents.map(({ name }) => name)).size).toBe(inEach);
  expect(connection.wire.length).toBeGreaterThan(1);

  const twin = incidents.find(({ properties }) => properties.providerIncidentId === mainIncidentId);
  if (twin === undefined) throw new Error('Sentinel has no copy of the main incident');
  expect(twin.properties.providerName).toBe('Microsoft XDR');
  expect(await sentinel.alerts.list(twin.name)).toHaveLength(4);
  const { entities, metaData } = await sentinel.entities.list(twin.name);
  expect(entities.map(({ kind }) => kind)).toContain('Account');
  expect((metaData ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(entities.length);

  const name = '00000000-0000-4000-8000-00000000c0f1';
  await sentinel.comments.put(twin.name, name, 'Looking into it');
  await sentinel.comments.put(twin.name, name, 'Looking into it');
  const comments = await collect(sentinel.comments.list(twin.name));
  expect(comments.filter((comment) => comment.name === name)).toHaveLength(1);
});

test('a comment in Defender answers with all of them', async () => {
  const { incidents } = connection.upstream.api.graphSecurity;
  await incidents.addComment(mainIncidentId, 'first');
  const comments = await incidents.addComment(mainIncidentId, 'second <b>bold</b>');
  expect(comments.map(({ comment }) => comment).slice(-2)).toEqual(['first', 'second <b>bold</b>']);
});

test('the workspace says what tables it has', async () => {
  const { tables } = await connection.upstream.api.logAnalytics.metadata.get();
  expect((tables ?? []).map(({ name }) => name)).toContain('SecurityIncident');
});

test('what time it is, the tenant says', async () => {
  await connection.upstream.api.graphDirectory.organization.get();
  const apartMs = connection.upstream.serverNow().getTime() - connection.tenant.clock.nowMs();
  expect(Math.abs(apartMs)).toBeLessThanOrEqual(1_000);
});
