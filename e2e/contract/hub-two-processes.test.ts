/**
 * Two consoles on one Postgres: one of them asks Microsoft, every browser sees every change, and when the asking one is
 * killed in the middle of its work the other goes on without a gap, and nothing an analyst asked for is done twice.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConsoleProcess, openTab, startConsole, type Tab } from '@/e2e/contract/console-process';
import { nextCommandId, smallTenant, untouchedTwin } from '@/e2e/contract/hub-harness';
import { noPostgres, type Postgres, startPostgres } from '@/e2e/contract/postgres';
import { type HttpServer, serveHttp } from '@/e2e/contract/serve-http';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Tenant } from '@/mocks/tenant';

const leaseMs = 3_000;
/** Far above what is expected: machines of tests are slow. */
const soon = { timeout: 60_000, interval: 100 };

type Asked = { by: string; method: string; path: string; atMs: number };

describe.skipIf(noPostgres !== null)(
  `two consoles on one Postgres${noPostgres === null ? '' : ` (${noPostgres})`}`,
  () => {
    let postgres: Postgres;
    let tenant: Tenant;
    let door: HttpServer;
    let first: ConsoleProcess;
    let second: ConsoleProcess;
    let tabs: Tab[];
    const asked: Asked[] = [];
    const used = new Set<string>();

    beforeAll(async () => {
      [postgres, tenant] = await Promise.all([startPostgres(), smallTenant({ paused: false })]);
      door = await serveHttp((request) => {
        const { pathname } = new URL(request.url);
        asked.push({
          by: request.headers.get('x-console') ?? '',
          method: request.method,
          path: pathname,
          atMs: Date.now(),
        });
        return tenant.fetch(request);
      });
      const settings = {
        CONSOLE_UPSTREAM: door.origin,
        CONSOLE_LEASE_MS: String(leaseMs),
        DATABASE_URL: await postgres.database(),
      };
      first = await startConsole({ ...settings, CONSOLE_NAME: 'first' });
      await vi.waitFor(async () => expect((await first.list()).incidents.length).toBeGreaterThanOrEqual(80), soon);
      second = await startConsole({ ...settings, CONSOLE_NAME: 'second' });
      tabs = [await openTab(first), await openTab(second)];
    }, 180_000);

    afterAll(async () => {
      for (const tab of tabs ?? []) tab.close();
      await Promise.all([first?.end('SIGKILL'), second?.end('SIGKILL')]);
      await door?.close();
      await tenant?.close();
      await postgres?.stop();
    });

    const listings = (by: string) =>
      asked.filter(
        (request) =>
          request.by === by &&
          /\/(security\/incidents|alerts_v2|Microsoft.SecurityInsights\/incidents)$/iu.test(request.path),
      );
    const writesTo = (key: string) =>
      asked.filter(({ method, path }) => method === 'PATCH' && path.endsWith(`/${key}`));
    const graphStatus = (key: string) => tenant.store.graphIncidents.byId(key)?.fields.status;

    function act(console: ConsoleProcess, key: string): Promise<ActOutcome> {
      const changes = { status: 'inProgress' } as const;
      const request = { commandId: nextCommandId(), key, changes, seen: null, overwrite: false, reason: null };
      return console.mutate<ActOutcome>('incidents.change', request);
    }

    /** Somebody works in Microsoft's own portal. */
    function changeElsewhere(key: string, severity: 'low' | 'high'): void {
      const record = tenant.store.graphIncidents.byId(key);
      if (record === undefined) throw new Error(`the tenant has no incident ${key}`);
      tenant.store.graphIncidents.change(record, { severity }, { kind: 'caller', name: 'portal@contoso.com' });
    }

    it('asks Microsoft for its lists in one of them only', async () => {
      expect(listings('first').length).toBeGreaterThan(0);
      const before = listings('first').length;
      await expect.poll(() => listings('first').length, soon).toBeGreaterThan(before + 2);
      expect(listings('second')).toEqual([]);
      expect((await second.list()).incidents.length).toBe((await first.list()).incidents.length);
      expect((await second.list()).health.every(({ lastSuccessAt }) => lastSuccessAt !== null)).toBe(true);
    });

    it('shows what the portal changed in the browsers of both', async () => {
      const key = untouchedTwin(tenant, used);
      changeElsewhere(key, 'low');
      for (const tab of tabs) await expect.poll(() => tab.incidents.get(key)?.severity, soon).toBe('low');
    });

    it('sends what is asked of either exactly once, and confirms it in the browsers of both', async () => {
      for (const console of [first, second]) {
        const key = untouchedTwin(tenant, used);
        expect(await act(console, key)).toMatchObject({ outcome: 'stored', incident: { status: 'inProgress' } });
        for (const tab of tabs) {
          await expect.poll(() => tab.incidents.get(key)?.sync.status?.state, soon).toBe('confirmed');
          expect(tab.incidents.get(key)?.status).toBe('inProgress');
        }
        expect(writesTo(key)).toHaveLength(1);
      }
    });

    it('goes on in the other one when the asking one is killed in the middle of its work', async () => {
      const [firstTab, secondTab] = tabs;
      if (firstTab === undefined || secondTab === undefined) throw new Error('the tabs are missing');
      const untouched = Array.from({ length: 12 }, () => untouchedTwin(tenant, used));
      const [here, there, elsewhere] = [untouched.slice(0, 4), untouched.slice(4, 8), untouched.slice(8)];
      const outcomes = await Promise.all([
        ...here.map((key) => act(first, key)),
        ...there.map((key) => act(second, key)),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'stored'));
      for (const key of elsewhere.slice(0, 2)) changeElsewhere(key, 'low');
      const killedAtMs = Date.now();
      await first.end('SIGKILL');
      for (const key of elsewhere.slice(2)) changeElsewhere(key, 'low');
      await firstTab.follow(second);

      await expect.poll(() => listings('second').length, soon).toBeGreaterThan(0);
      const tookOverMs = (listings('second')[0]?.atMs ?? Number.POSITIVE_INFINITY) - killedAtMs;
      console.info(
        `the other console asked Microsoft ${tookOverMs} ms after the first was killed (lease ${leaseMs} ms)`,
      );
      // The rest of the lease, a third of one until the next try, and a slow machine.
      expect(tookOverMs).toBeLessThan(leaseMs + leaseMs / 3 + 15_000);

      for (const key of [...here, ...there]) {
        await expect.poll(() => graphStatus(key), { timeout: 120_000, interval: 100 }).toBe('inProgress');
        await expect
          .poll(() => secondTab.incidents.get(key)?.sync.status?.state, { timeout: 120_000, interval: 100 })
          .toBe('confirmed');
      }
      for (const key of elsewhere) await expect.poll(() => secondTab.incidents.get(key)?.severity, soon).toBe('low');
      // A write that the killed one had on the wire counts as well: it must not have been repeated.
      expect([...here, ...there].map((key) => writesTo(key).length)).toEqual(untouched.slice(0, 8).map(() => 1));

      const list = new Map((await second.list()).incidents.map((incident) => [incident.key, incident]));
      for (const { fields } of tenant.store.graphIncidents.all())
        expect(list.get(fields.id)?.severity, `incident ${fields.id}`).toBe(fields.severity);
      // The tab that lost its console shows the same as the one that did not.
      await expect.poll(() => firstTab.incidents.size, soon).toBe(list.size);
      for (const key of untouched)
        await expect.poll(() => firstTab.incidents.get(key), soon).toEqual(secondTab.incidents.get(key));
    }, 300_000);
  },
);
