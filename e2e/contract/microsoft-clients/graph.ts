/** `@microsoft/microsoft-graph-client`: pages by its iterator, one incident, a change, a comment, and a hunt. */
import { type Client, PageIterator } from '@microsoft/microsoft-graph-client';
import { credential, graphAs, refused } from '@/e2e/contract/microsoft-clients/connection';

/** The client's replies are untyped by design. */
const field = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;

const newer = { Prefer: 'include-unknown-enum-members' };

async function allIncidents(client: Client) {
  const ids: unknown[] = [];
  const first: unknown = await client.api('/security/incidents').headers(newer).get();
  const page = { value: listOf(first), '@odata.nextLink': String(field(first, '@odata.nextLink')) };
  const take = (incident: unknown) => {
    ids.push(field(incident, 'id'));
    return true;
  };
  await new PageIterator(client, page, take, { headers: newer }).iterate();
  return { firstPage: page.value.length, ids };
}

function listOf(json: unknown): unknown[] {
  const value = field(json, 'value');
  return Array.isArray(value) ? value : [];
}

export async function graph() {
  const client = graphAs(credential);
  const { firstPage, ids } = await allIncidents(client);
  const main = '/security/incidents/12345';
  const before: unknown = await client.api(main).expand('alerts').headers(newer).get();
  const after: unknown = await client.api(main).patch({ status: 'inProgress', customTags: ['from the Graph client'] });
  const comments: unknown = await client
    .api(`${main}/comments`)
    .post({ '@odata.type': 'microsoft.graph.security.alertComment', comment: 'seen by the SDK' });
  const hunt: unknown = await client.api('/security/microsoft.graph.security.runHuntingQuery').post({
    Query: "AlertInfo | where ServiceSource == 'Microsoft Sentinel' | summarize Count = count()",
    Timespan: 'P90D',
  });
  const broken = client.api('/security/runHuntingQuery').post({ query: 'NoSuchTable | take 1' });
  return {
    firstPage,
    incidents: ids.length,
    distinct: new Set(ids).size,
    title: field(before, 'displayName'),
    alerts: Array.isArray(field(before, 'alerts')),
    changed: { status: field(after, 'status'), customTags: field(after, 'customTags') },
    comments: listOf(comments).map((comment) => field(comment, 'comment')),
    schema: field(hunt, 'schema'),
    rows: field(hunt, 'results'),
    broken: await refused(broken),
    missing: await refused(client.api('/security/incidents/999999999').get()),
  };
}
