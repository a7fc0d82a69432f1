/** One start of a tenant, measured; run by bench/tenant.ts in a process of its own. */
import { parseArgs } from 'node:util';
import { keptCertificates } from '@/mocks/kept-certificates';
import { createTenant, type Tenant } from '@/mocks/tenant';
import { apiVersion, askOf, queryUrl, sentinelRoot } from '@/mocks/testing/ask';
import { type Cost, childrenMb, type Measured, since, spent } from './tenant/measured';

const { values: flags } = parseArgs({
  options: {
    incidents: { type: 'string', default: '200' },
    rows: { type: 'string', default: '200000' },
    folder: { type: 'string' },
    pages: { type: 'string', default: '0' },
    /** Hours to move the clock by, with rules, sync and new attacks on. */
    jump: { type: 'string', default: '0' },
  },
});

const graph = 'graph.microsoft.com/v1.0/security';
const middle = '2025-01-05T00:00:00Z';
/** Pages as the console and Microsoft's own clients ask for them, and some that nobody should. */
const questions: Readonly<Record<string, string>> = {
  'Graph incidents, newest': `${graph}/incidents?$top=50`,
  'Graph incidents, changed since, oldest first': `${graph}/incidents?$filter=lastUpdateDateTime ge ${middle}&$orderby=lastUpdateDateTime asc`,
  'Graph incidents, high and active, $skip=450': `${graph}/incidents?$filter=severity eq 'high' and status eq 'active'&$skip=450`,
  'Graph incidents, none match': `${graph}/incidents?$filter=assignedTo eq 'nobody@contoso.com'`,
  'Graph incidents, counted': `${graph}/incidents?$filter=status eq 'resolved'&$count=true&$top=50`,
  'Graph alerts_v2, newest 100': `${graph}/alerts_v2?$top=100`,
  'Graph alerts_v2, of one product before': `${graph}/alerts_v2?$filter=serviceSource eq 'microsoftDefenderForEndpoint' and createdDateTime lt ${middle}`,
  'Sentinel incidents, newest 50': `${sentinelRoot}/incidents?${apiVersion}&$top=50`,
  'Sentinel incidents, changed since, oldest first': `${sentinelRoot}/incidents?${apiVersion}&$filter=properties/lastModifiedTimeUtc ge ${middle}&$orderby=properties/lastModifiedTimeUtc asc&$top=50`,
  'Sentinel incidents, by title': `${sentinelRoot}/incidents?${apiVersion}&$filter=contains(properties/title, 'phishing')&$orderby=properties/incidentNumber desc`,
  'Sentinel incidents, the page behind 50,000': `${sentinelRoot}/incidents?${apiVersion}&$skipToken=${Buffer.from('next/50000').toString('base64url')}`,
};

async function pages(tenant: Tenant, rounds: number): Promise<Pick<Measured, 'pagesMs' | 'firstMs'>> {
  const ask = askOf(tenant);
  const timed = async (url: string): Promise<number> => {
    const began = performance.now();
    const { status } = await ask(url);
    if (status !== 200) throw new Error(`${url} was answered ${status}`);
    return performance.now() - began;
  };
  // The token is not what is measured.
  await ask(`${graph}/incidents?$top=1`);
  await ask(`${sentinelRoot}/incidents?${apiVersion}&$top=1`);
  const firstMs: Record<string, number> = {};
  const pagesMs: Record<string, number[]> = {};
  for (const [name, url] of Object.entries(questions)) {
    firstMs[name] = await timed(url);
    const taken: number[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push(await timed(url));
    pagesMs[name] = taken;
  }
  return { firstMs, pagesMs };
}

const alive = Number(flags.jump) > 0;

/** One query over REST, which also settles what the logs are still to be told. */
async function asked(tenant: Tenant, query: string): Promise<unknown> {
  const { status, body } = await askOf(tenant)(queryUrl, { method: 'POST', body: { query } });
  if (status !== 200) throw new Error(`${query} was answered ${status}`);
  return body;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = await spent();
  await work();
  return since(before, await spent());
}

const [tenant] = await Promise.all([
  createTenant({
    incidents: Number(flags.incidents),
    rows: Number(flags.rows),
    folder: flags.folder,
    warm: flags.folder !== undefined,
    paused: true,
    quotas: false,
    trickle: alive,
    detection: alive,
  }),
  // As the server does; they are kept as well.
  flags.folder === undefined ? undefined : keptCertificates(flags.folder),
]);
const boot = await spent();
const listed = await pages(tenant, Number(flags.pages));
const query = await costOf(() => asked(tenant, 'SecurityIncident | count'));
const jump = alive
  ? await costOf(async () => {
      await tenant.clock.advance(Number(flags.jump) * 3_600_000);
      await asked(tenant, 'union withsource=Name * | summarize Rows = count() by Name');
    })
  : null;
const measured: Measured = {
  boot,
  query,
  jump,
  ...listed,
  tenantMb: process.resourceUsage().maxRSS / 1000,
  engineMb: await childrenMb(),
};
process.stdout.write(`measured ${JSON.stringify(measured)}\n`);
await tenant.close();
