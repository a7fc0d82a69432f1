/** Hunting through the hub: the table decides the API, both answer in one shape, and a refused query knows its place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, clearFaults, hubOn, orderFault, smallTenant } from '@/e2e/contract/hub-harness';

describe('hunting', () => {
  let bench: Bench;
  beforeAll(async () => {
    const tenant = await smallTenant();
    bench = { tenant, ...(await hubOn(tenant)) };
  });
  afterAll(async () => {
    await bench.close();
    await bench.tenant.close();
  });

  const run = (text: string, timespan: string | null = null) =>
    bench.hub.runQuery({ text, timespan }, new AbortController().signal);

  it.each([
    ['SigninLogs', 'logAnalytics'],
    ['AADSignInEventsBeta', 'graph'],
    ['union SigninLogs, AADSignInEventsBeta', 'graph'],
  ])('%s is answered by %s', async (source, api) => {
    const outcome = await run(`${source} | count`);
    expect(outcome).toMatchObject({
      ok: true,
      table: { api, columns: [{ name: 'Count', type: 'long' }], status: 'complete' },
    });
  });

  it('decodes times, numbers and dynamics by their columns', async () => {
    const outcome = await run(
      'SigninLogs | where UserPrincipalName == "alex.johnson@contoso.com" | take 1 | project TimeGenerated, UserPrincipalName, LocationDetails',
    );
    if (!outcome.ok) throw new Error(outcome.message);
    const [row] = outcome.table.rows;
    expect(outcome.table.columns.map(({ type }) => type)).toEqual(['datetime', 'string', 'dynamic']);
    expect(row?.[0]).toMatch(/^2025-01-\d\dT.*Z$/u);
    expect(row?.[1]).toBe('alex.johnson@contoso.com');
    expect(typeof row?.[2]).toBe('object');
  });

  it.each(['SigninLogs', 'AlertEvidence'])(
    "refuses a mistake over %s with Kusto's code at its place",
    async (table) => {
      const text = `${table}\n| where NoSuchColumn == 1`;
      const outcome = await run(text);
      if (outcome.ok) throw new Error('it ran');
      const [problem] = outcome.problems;
      expect(problem?.code).toMatch(/^KS\d+$/u);
      expect(text.slice(problem?.start, (problem?.start ?? 0) + (problem?.length ?? 0))).toBe('NoSuchColumn');
    },
  );

  it('passes on what a service says that is no fault of the query', async () => {
    await orderFault(bench.tenant, { path: 'runHuntingQuery', status: 403, message: 'Missing role.' });
    expect(await run('AlertEvidence | count')).toMatchObject({
      ok: false,
      api: 'graph',
      problems: [],
      message: 'Missing role.',
    });
    await clearFaults(bench.tenant);
  });

  it('stops when the analyst cancels', async () => {
    const ending = new AbortController();
    const pending = bench.hub.runQuery({ text: 'SigninLogs | count', timespan: null }, ending.signal);
    ending.abort();
    await expect(pending).rejects.toThrow();
  });

  it('lists the catalogue and marks what this workspace has', async () => {
    const schema = await bench.hub.huntingSchema();
    expect(schema.notice).toBeNull();
    expect(schema.tables.length).toBeGreaterThan(900);
    expect(schema.tables.find(({ name }) => name === 'SigninLogs')?.inWorkspace).toBe(true);
  });
});
