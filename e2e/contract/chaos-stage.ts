/**
 * The stage of the chaos test: a tenant behind a door that can lose connections, a console that can be killed while a
 * second one waits to take its place, and somebody who works in Microsoft's own portals.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankDirectory } from '@/e2e/contract/blank-database';
import { childProgram } from '@/e2e/contract/child-program';
import { smallTenant } from '@/e2e/contract/hub-harness';
import { serveHttp } from '@/e2e/contract/serve-http';
import { ConsoleAway, call, startSpare } from '@/e2e/contract/spare-process';
import type { Random } from '@/lib/base/random';
import { openStore, type Store } from '@/lib/store/store';
import type { Tenant } from '@/mocks/tenant';

export type Stage = {
  tenant: Tenant;
  /** As a browser does it: asked again, in the same words, until some console answers. */
  ask<Reply>(by: string, path: string, input?: unknown): Promise<Reply>;
  /** Kills the console on the spot and resolves when the next one answers. */
  restart(): Promise<void>;
  workElsewhere(random: Random): void;
  /** Writes of the console to Defender that were answered well, by incident. */
  writesTo(key: string): number;
  /** Changes of the portal that reached this incident, on either side. */
  portalWritesTo(key: string): number;
  /** Who changed a field of Defender's incident last; undefined when nobody has since the start. */
  lastWriter(key: string, field: string): string | undefined;
  /** Ends the console and opens what it left behind. */
  journal(): Promise<Store>;
  close(): Promise<void>;
};

const portal = { kind: 'caller', name: 'portal' } as const;
/** Read by GET; everything else travels by POST. */
const reads = new Set(['incidents.list']);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export async function openStage(patienceMs: number): Promise<Stage> {
  const tenant = await smallTenant({ paused: false, trickle: false, sync: { changeMs: 400 }, incidents: 60 });
  const writes = new Map<string, number>();
  const portalWrites = new Map<string, number>();
  const writers = new Map<string, string>();
  tenant.store.listen((event) => {
    if (event.kind !== 'graphIncidentChanged') return;
    for (const field of event.fields) writers.set(`${event.incident.id}/${field}`, event.by.name);
  });
  const door = await serveHttp(async (request) => {
    const response = await tenant.fetch(request);
    const written = /\/security\/incidents\/(\d+)$/u.exec(new URL(request.url).pathname)?.[1];
    if (request.method === 'PATCH' && response.ok && written !== undefined) count(writes, written);
    return response;
  });
  const home = mkdtempSync(join(tmpdir(), 'onequeue-chaos-'));
  const path = join(home, 'store');
  await blankDirectory(path);
  const program = await childProgram('spare-child');
  const settings = { CONSOLE_UPSTREAM: door.origin, ONEQUEUE_STORE: path, ONEQUEUE_USER_HEADER: 'x-analyst' };
  let current = startSpare(program, settings);
  let spare = startSpare(program, settings);
  let here = current.begin();
  await here;

  return {
    tenant,
    async ask<Reply>(by: string, procedure: string, input?: unknown): Promise<Reply> {
      const deadline = Date.now() + patienceMs;
      for (;;) {
        const origin = await here;
        try {
          return await call<Reply>(origin, procedure, { by, input, mutation: !reads.has(procedure) });
        } catch (error) {
          if (!(error instanceof ConsoleAway) || Date.now() > deadline) throw error;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    },
    async restart() {
      const dying = current;
      current = spare;
      // Whoever asks from now on waits for the next one.
      here = dying.kill().then(() => current.begin());
      spare = startSpare(program, settings);
      await here;
    },
    workElsewhere(random) {
      const incidents = [...tenant.store.graphIncidents.all()];
      const [one, other] = [random.pick(incidents), random.pick(incidents)];
      tenant.store.graphIncidents.change(one, { severity: random.pick(['high', 'low'] as const) }, portal);
      count(portalWrites, one.id);
      const twin = tenant.store.sentinelIncidents.byName(other.twin ?? '');
      if (twin === undefined) return;
      tenant.store.sentinelIncidents.change(twin, { severity: random.pick(['Medium', 'Low'] as const) }, portal);
      count(portalWrites, other.id);
    },
    writesTo: (key) => writes.get(key) ?? 0,
    portalWritesTo: (key) => portalWrites.get(key) ?? 0,
    lastWriter: (key, field) => writers.get(`${key}/${field}`),
    async journal() {
      await Promise.all([current.kill(), spare.kill()]);
      return openStore({ kind: 'directory', path });
    },
    async close() {
      await Promise.all([current.kill(), spare.kill()]);
      await door.close();
      await tenant.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
