/** The real client, connected to a tenant of its own whose clock both go by, with a record of what went over the wire. */
import type { Send } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';
import { type Environment, readEnvironment } from '@/lib/upstream/environment';
import { createUpstream, type Upstream, type UpstreamOptions } from '@/lib/upstream/upstream';
import type { FaultRequest } from '@/mocks/handlers/manners/faults';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { createTenant, type Tenant } from '@/mocks/tenant';
import { consoleSettings } from '@/mocks/tenant-file';

/** Defender's id of the incident every tenant has. */
export const mainIncidentId = '12345';

export type Exchanged = { method: string; url: URL; prefer: string | null; status: number | 'dropped' };

export type Connection = {
  tenant: Tenant;
  upstream: Upstream;
  /** Everything sent and answered, tokens left out. */
  wire: Exchanged[];
  send: Send;
  clock: Clock;
  environment: Environment;
  addFault(fault: FaultRequest): Promise<void>;
  clearFaults(): Promise<void>;
  another(options?: UpstreamOptions): Upstream;
};

const control = 'https://tenant.onequeue.test';

export async function connectClient(): Promise<Connection> {
  const tenant = await createTenant({ incidents: 1, rows: 0, paused: true });
  const wire: Exchanged[] = [];

  let onTheWire = 0;
  const send: Send = async (request) => {
    const url = new URL(request.url);
    const entry: Exchanged = { method: request.method, url, prefer: request.headers.get('prefer'), status: 'dropped' };
    if (url.host !== 'login.microsoftonline.com') wire.push(entry);
    onTheWire += 1;
    try {
      const response = await tenant.fetch(request);
      entry.status = response.status;
      return response;
    } finally {
      onTheWire -= 1;
    }
  };

  // Waiting moves the tenant's clock, so a wait of five minutes is over at once and still is one for both sides. Time
  // stands still while anything is on the wire, and those who wait at the same time wait together.
  let moving: Promise<void> = Promise.resolve();
  const clock: Clock = {
    now: () => tenant.clock.nowMs(),
    sleep: async (waitMs, signal) => {
      signal?.throwIfAborted();
      const until = tenant.clock.nowMs() + waitMs;
      moving = moving.then(async () => {
        while (onTheWire > 0) await new Promise((resolve) => setImmediate(resolve));
        const leftMs = until - tenant.clock.nowMs();
        if (leftMs > 0) await tenant.clock.advance(leftMs);
      });
      await moving;
    },
  };

  const environment = readEnvironment(consoleSettings(tenantFacts));
  const another = (options: UpstreamOptions = {}) =>
    createUpstream(environment, { send, clock, random: () => 0, patienceMs: 30 * 60_000, ...options });

  return {
    tenant,
    wire,
    send,
    clock,
    environment,
    upstream: another(),
    another,
    async addFault(fault) {
      const body = JSON.stringify(fault);
      const headers = { 'content-type': 'application/json' };
      const response = await tenant.fetch(new Request(`${control}/faults`, { method: 'POST', body, headers }));
      if (!response.ok) throw new Error(`the tenant refused a fault: ${await response.text()}`);
    },
    async clearFaults() {
      await tenant.fetch(new Request(`${control}/faults`, { method: 'DELETE' }));
    },
  };
}

/** Copies of the main incident, in both systems, until each has `count` incidents. */
export function fillWithCopies({ store }: Tenant, count: number): void {
  const graph = store.graphIncidents.byId(mainIncidentId);
  const sentinel = [...store.sentinelIncidents.all()].find(({ twin }) => twin === mainIncidentId);
  if (graph === undefined || sentinel === undefined) throw new Error('the tenant has no incident to copy');
  for (let index = [...store.graphIncidents.all()].length; index < count; index += 1) {
    const number = 900_000 + index;
    const name = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const fields = { ...graph.fields, id: String(number) };
    store.graphIncidents.add({ ...graph, id: String(number), fields, alertIds: [], twin: null });
    store.sentinelIncidents.add({ ...sentinel, name, number, alertIds: [], twin: null });
  }
}
