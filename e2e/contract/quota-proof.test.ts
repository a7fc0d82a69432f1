/**
 * Twenty analysts work for an hour of the tenant's time: each has a tab open, reads an incident every three minutes,
 * keeps it open for two and does something with most of them. Counted at the tenant's door, the console stays under
 * half of each of Microsoft's quotas, the sweep included, and is never refused.
 */
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankMemory } from '@/e2e/contract/blank-database';
import { nextCommandId } from '@/e2e/contract/hub-harness';
import { analyst, environmentAt } from '@/e2e/contract/hub-settings';
import { createQuotaMeter } from '@/e2e/contract/quota-meter';
import { type TenantTime, tenantTime } from '@/e2e/contract/tenant-time';
import { createRandom, type Random } from '@/lib/base/random';
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { createHub, type RunningHub } from '@/lib/hub/create-hub';
import { openStore } from '@/lib/store/store';
import { createUpstream } from '@/lib/upstream/upstream';
import { createTenant, type Tenant } from '@/mocks/tenant';

const analysts = 20;
const hourMs = 3_600_000;
const everyMs = 180_000;
const openMs = 120_000;

describe('an hour with twenty analysts', () => {
  let tenant: Tenant;
  let time: TenantTime;
  let hub: RunningHub;
  let refused = 0;
  const work = { opened: 0, read: 0, acts: 0 };
  const ending = new AbortController();
  let meter: ReturnType<typeof createQuotaMeter>;

  beforeAll(async () => {
    // All twenty stop at one word.
    setMaxListeners(0, ending.signal);
    tenant = await createTenant({ incidents: 200, rows: 0, warm: false, paused: true, trickle: true });
    meter = createQuotaMeter(() => tenant.clock.nowMs());
    time = tenantTime(tenant, async (request) => {
      meter.count(request);
      const response = await tenant.fetch(request);
      if (response.status === 429) refused += 1;
      return response;
    });
    const random = createRandom(7, 'hub');
    const upstream = createUpstream(environmentAt('https://localhost:4443'), {
      send: time.send,
      clock: time.clock,
      random: () => random.next(),
      // The tenant's work is done in this very thread: what takes long is the machine's doing.
      deadlines: { requestMs: 300_000, queryMs: 300_000 },
    });
    hub = await createHub({
      api: upstream.api,
      store: await openStore(await blankMemory()),
      workspace: environmentAt('').workspace,
      user: analyst,
      department: 'Security Operations',
      now: () => tenant.clock.now(),
      clock: time.clock,
      random: () => random.next(),
    });
    hub.start();
    // The first fill is not part of the hour: it happens once in the life of a console.
    await time.pass(10 * 60_000);
  }, 300_000);

  afterAll(async () => {
    ending.abort();
    await hub?.close();
    await tenant?.close();
  });

  async function read(key: string): Promise<void> {
    work.read += 1;
    await hub.detail(key);
  }

  /** What most incidents get sooner or later. */
  function decision(random: Random): IncidentChanges | null {
    const roll = random.next();
    const me = hub.person(analyst);
    if (roll < 0.4) return { status: 'inProgress', assignee: me };
    if (roll < 0.6) return { severity: 'low' };
    if (roll < 0.8)
      return {
        status: 'resolved',
        verdict: { classification: 'falsePositive', determination: 'notMalicious', reason: null, comment: 'Known.' },
      };
    return null;
  }

  async function workOn(key: string, random: Random, signal: AbortSignal): Promise<void> {
    work.opened += 1;
    await read(key);
    await time.clock.sleep(openMs / 4, signal);
    const changes = decision(random);
    if (changes !== null) {
      work.acts += 1;
      const act = { commandId: nextCommandId(), key, changes, seen: null, overwrite: false, reason: null };
      await hub.change(act, hub.person(analyst));
    } else if (random.next() < 0.5) {
      work.acts += 1;
      await hub.addComment({ commandId: nextCommandId(), key, text: 'Looked at it.' }, hub.person(analyst));
    }
    await time.clock.sleep((openMs / 4) * 3, signal);
  }

  /** A tab: it follows the stream, and an incident that is open is read again when it changes. */
  async function sit(random: Random): Promise<void> {
    const { signal } = ending;
    let open: string | null = null;
    const follow = async () => {
      for await (const event of hub.feed(hub.list().seq, signal))
        if (event.kind === 'incidents' && event.upserts.some(({ key }) => key === open) && open !== null)
          await read(open);
    };
    void follow();
    await time.clock.sleep(random.next() * everyMs, signal);
    while (!signal.aborted) {
      const incidents = hub.list().incidents.filter(({ status }) => status !== 'redirected' && status !== 'resolved');
      const chosen = incidents[Math.floor(random.next() * incidents.length)];
      if (chosen !== undefined) {
        open = chosen.key;
        await workOn(chosen.key, random, signal);
        open = null;
      }
      await time.clock.sleep((everyMs - openMs) * (0.5 + random.next()), signal);
    }
  }

  it("stays under half of each of Microsoft's quotas", async () => {
    meter.reset();
    const sitting = Array.from({ length: analysts }, (_, index) =>
      sit(createRandom(7, `analyst ${index}`)).catch((error: unknown) => {
        if (!ending.signal.aborted) throw error;
      }),
    );
    await time.pass(hourMs);
    ending.abort();
    await time.pass(1_000);
    await Promise.all(sitting);
    const levels = meter.levels();
    const used = levels.filter(({ total }) => total > 0);
    console.info(
      [
        `${work.opened} incidents opened, ${work.read} times read, ${work.acts} acts`,
        ...used.map(
          ({ name, total, peak, limit, at }) => `${name}: ${total} in all, at most ${peak} of ${limit} (${at})`,
        ),
      ].join('\n'),
    );
    expect(work.opened).toBeGreaterThan(analysts * 15);
    expect(work.acts).toBeGreaterThan(analysts * 10);
    expect(refused).toBe(0);
    for (const { name, peak, limit } of levels) expect(peak, name).toBeLessThan(limit / 2);
  }, 1_200_000);
});
