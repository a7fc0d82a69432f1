/** The whole default population through the wire's schemas: whatever a story tells, a strict client can read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphOrganizationList } from '@/lib/wire/graph-directory/organization';
import { graphUserList } from '@/lib/wire/graph-directory/user';
import { graphAlertList } from '@/lib/wire/graph-security/alert';
import { graphIncidentList } from '@/lib/wire/graph-security/incident';
import { sentinelAlertList } from '@/lib/wire/sentinel/alert';
import { sentinelCommentList } from '@/lib/wire/sentinel/comment';
import { sentinelEntityList } from '@/lib/wire/sentinel/entity';
import { sentinelIncidentList } from '@/lib/wire/sentinel/incident';
import type { Tenant } from '@/mocks/tenant';
import { type Ask, apiVersion, askOf, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let ask: Ask;

beforeAll(async () => {
  tenant = await smallTenant({ incidents: 200, rows: 0, quotas: false });
  ask = askOf(tenant);
});
afterAll(() => tenant.close());

const graph = 'graph.microsoft.com/v1.0';
const newer = { headers: { prefer: 'include-unknown-enum-members' } };
const bare = (url: string) => url.replace('https://', '');

it.each([
  ['as they are', newer],
  ['without the newer members', {}],
])('Graph incidents, alerts, people and the organization parse, %s', async (_, options) => {
  let url: string | undefined = `${graph}/security/incidents?$expand=alerts`;
  let seen = 0;
  while (url) {
    const page: ReturnType<typeof graphIncidentList.parse> = graphIncidentList.parse((await ask(url, options)).body);
    seen += page.value.length;
    const next: string | undefined = page['@odata.nextLink'];
    url = next && bare(next);
  }
  expect(seen).toBe([...tenant.store.graphIncidents.all()].length);
  expect(seen).toBeGreaterThan(150);
  const alerts = graphAlertList.parse((await ask(`${graph}/security/alerts_v2?$top=1000`, options)).body);
  expect(alerts.value.length).toBeGreaterThan(200);
  const select = '$select=id,displayName,userPrincipalName,department,jobTitle,mail,accountEnabled';
  const soc = graphUserList.parse(
    (await ask(`${graph}/users?$filter=department eq 'Security Operations'&${select}`)).body,
  );
  expect(soc.value.map((user) => user.userPrincipalName)).toContain('maya.chen@contoso.com');
  expect(graphOrganizationList.parse((await ask(`${graph}/organization`)).body).value[0]?.displayName).toBe('Contoso');
});

it('Sentinel incidents, their alerts, entities and comments parse', async () => {
  let url: string | undefined = `${sentinelRoot}/incidents?${apiVersion}&$top=100`;
  const names: string[] = [];
  while (url) {
    const page: ReturnType<typeof sentinelIncidentList.parse> = sentinelIncidentList.parse((await ask(url)).body);
    names.push(...page.value.map((incident) => incident.name));
    url = page.nextLink ? bare(page.nextLink) : undefined;
  }
  expect(new Set(names).size).toBe([...tenant.store.sentinelIncidents.all()].length);
  for (const name of names) {
    const root = `${sentinelRoot}/incidents/${name}`;
    const alerts = sentinelAlertList.parse((await ask(`${root}/alerts?${apiVersion}`, { method: 'POST' })).body);
    expect(alerts.value.length).toBeLessThanOrEqual(150);
    sentinelEntityList.parse((await ask(`${root}/entities?${apiVersion}`, { method: 'POST' })).body);
    sentinelCommentList.parse((await ask(`${root}/comments?${apiVersion}`)).body);
  }
});

it('every twin names its twin', () => {
  const { graphIncidents, sentinelIncidents } = tenant.store;
  for (const incident of graphIncidents.all()) {
    if (incident.twin === null) continue;
    expect(sentinelIncidents.byName(incident.twin)?.twin).toBe(incident.id);
  }
  for (const incident of sentinelIncidents.all()) {
    if (incident.twin !== null) expect(graphIncidents.byId(incident.twin)?.twin).toBe(incident.name);
  }
});
