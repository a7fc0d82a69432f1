/** A console that is asked to stop ends within seconds, browsers or not, and leaves nothing locked behind. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConsoleProcess, openTab, startConsole } from '@/e2e/contract/console-process';
import { smallTenant } from '@/e2e/contract/hub-harness';
import { type HttpServer, serveHttp } from '@/e2e/contract/serve-http';
import type { Tenant } from '@/mocks/tenant';

describe('stopping a console', () => {
  const home = mkdtempSync(join(tmpdir(), 'onequeue-exit-'));
  const store = join(home, 'store');
  let tenant: Tenant;
  let door: HttpServer;
  beforeAll(async () => {
    tenant = await smallTenant({ incidents: 20 });
    door = await serveHttp((request) => tenant.fetch(request));
  }, 120_000);
  afterAll(async () => {
    await door?.close();
    await tenant?.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function startAndFill(): Promise<ConsoleProcess> {
    const started = await startConsole({ CONSOLE_UPSTREAM: door.origin, ONEQUEUE_STORE: store });
    await vi.waitFor(async () => expect((await started.list()).incidents.length).toBeGreaterThan(0), 60_000);
    return started;
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s with browsers connected',
    async (signal) => {
      const running = await startAndFill();
      const tabs = [await openTab(running), await openTab(running)];
      const askedAtMs = Date.now();
      expect(await running.end(signal)).toBe(0);
      // Seconds on a machine that does nothing else; the patience itself is ten.
      expect(Date.now() - askedAtMs).toBeLessThan(30_000);
      expect(existsSync(`${store}.lock`)).toBe(false);
      for (const tab of tabs) tab.close();
    },
    180_000,
  );

  it('and starts again with what it knew, saying how old that is', async () => {
    await door.close();
    const again = await startConsole({ CONSOLE_UPSTREAM: door.origin, ONEQUEUE_STORE: store });
    const list = await again.list();
    expect(list.incidents.length).toBeGreaterThan(0);
    for (const { staleSince, lastSuccessAt } of list.health) {
      expect(staleSince).not.toBeNull();
      expect(staleSince).toBe(lastSuccessAt);
    }
    expect(await again.end('SIGTERM')).toBe(0);
  }, 180_000);
});
