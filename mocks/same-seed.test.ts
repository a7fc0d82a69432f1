/** Same seed, same tenant, to the byte; another seed, another one. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { apiVersion, askOf, field, list, sentinelRoot } from '@/mocks/testing/ask';
import { smallTenant } from '@/mocks/testing/small-tenant';

const graph = 'graph.microsoft.com/v1.0';
const pages = [
  `${graph}/security/incidents?$expand=alerts&$top=50`,
  `${graph}/security/incidents?$expand=alerts&$orderby=lastUpdateDateTime asc&$skip=60`,
  `${graph}/security/alerts_v2?$top=300`,
  `${graph}/security/alerts_v2?$orderby=lastUpdateDateTime desc&$skip=100&$filter=status ne 'new'`,
  `${graph}/users?$filter=department eq 'Finance'`,
  `${sentinelRoot}/incidents?${apiVersion}&$top=100`,
  `${sentinelRoot}/incidents?${apiVersion}&$orderby=properties/incidentNumber asc&$filter=properties/status eq 'New'`,
];

/** What the lists say, and what belongs to the newest Sentinel incidents, as one hash. */
async function fingerprint(seed: number): Promise<string> {
  const tenant = await smallTenant({ seed, incidents: 120, rows: 0, quotas: false });
  const ask = askOf(tenant);
  const hash = createHash('sha256');
  for (const page of pages) {
    const { status, body } = await ask(page, { headers: { prefer: 'include-unknown-enum-members' } });
    expect(status, page).toBe(200);
    expect(list(body, 'value').length, page).toBeGreaterThan(0);
    hash.update(JSON.stringify(body));
  }
  const newest = await ask(`${sentinelRoot}/incidents?${apiVersion}&$top=10`);
  for (const incident of list(newest.body, 'value')) {
    const root = `${sentinelRoot}/incidents/${String(field(incident, 'name'))}`;
    for (const part of ['alerts', 'entities'])
      hash.update(JSON.stringify((await ask(`${root}/${part}?${apiVersion}`, { method: 'POST' })).body));
    hash.update(JSON.stringify((await ask(`${root}/comments?${apiVersion}`)).body));
  }
  await tenant.close();
  return hash.digest('hex');
}

it('answers every list alike for the same seed', async () => {
  const first = await fingerprint(7);
  expect(await fingerprint(7)).toBe(first);
  expect(await fingerprint(8)).not.toBe(first);
}, 60_000);
