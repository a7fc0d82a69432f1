/** A hub on a tenant, without a network: the tenant's `fetch` is the client's wire, and time moves only when told to. */

import { blankMemory } from '@/e2e/contract/blank-database';
import { analyst, environmentAt, hastyClock, unseen } from '@/e2e/contract/hub-settings';
import type { Send } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';
import type { CommandReceipt } from '@/lib/domain/incident/command';
import type { Assignee, IncidentChanges } from '@/lib/domain/incident/incident';
import { createHub, type RunningHub } from '@/lib/hub/create-hub';
import { openStore, type Store, type StorePlace } from '@/lib/store/store';
import { createUpstream, type Upstream } from '@/lib/upstream/upstream';
import { createTenant, type Tenant, type TenantOptions } from '@/mocks/tenant';

export type Bench = { tenant: Tenant; upstream: Upstream; store: Store; hub: RunningHub; close(): Promise<void> };

export function smallTenant(options: TenantOptions = {}): Promise<Tenant> {
  return createTenant({ incidents: 80, rows: 0, paused: true, quotas: false, ...options });
}

export async function hubOn(
  tenant: Tenant,
  options: { place?: StorePlace; wrap?: (send: Send) => Send; clock?: Clock } = {},
): Promise<Omit<Bench, 'tenant'>> {
  const wire: Send = (request) => tenant.fetch(request);
  const clock = options.clock ?? hastyClock;
  const upstream = createUpstream(environmentAt('https://localhost:4443'), {
    send: options.wrap?.(wire) ?? wire,
    clock,
    // The tenant computes in this very thread: what takes long is the machine's doing.
    deadlines: { requestMs: 300_000, queryMs: 300_000 },
  });
  const store = await openStore(options.place ?? (await blankMemory()));
  const hub = await createHub({
    api: upstream.api,
    store,
    workspace: environmentAt('').workspace,
    user: analyst,
    department: 'Security Operations',
    now: () => tenant.clock.now(),
    clock,
    random: () => 0.5,
  });
  return { upstream, store, hub, close: () => hub.close() };
}

/** Orders or calls off trouble. */
export async function orderFault(tenant: Tenant, fault: Record<string, unknown>): Promise<void> {
  const reply = await tenant.fetch(
    new Request('https://tenant.onequeue.test/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    }),
  );
  if (reply.status !== 201) throw new Error(`the tenant refused the fault: ${await reply.text()}`);
}

export async function clearFaults(tenant: Tenant): Promise<void> {
  await tenant.fetch(new Request('https://tenant.onequeue.test/faults', { method: 'DELETE' }));
}

let commands = 0;

/** A fresh command id in the shape of a GUID. */
export function nextCommandId(): string {
  commands += 1;
  return `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
}

/** An incident's listing, or a failed test. */
export function listed(hub: RunningHub, key: string) {
  const incident = hub.list().incidents.find((candidate) => candidate.key === key);
  if (incident === undefined) throw new Error(`incident ${key} is not in the queue`);
  return incident;
}

/** An open incident of both systems that no test has had yet. */
export function untouchedTwin(tenant: Tenant, used: Set<string>): string {
  for (const { fields, twin } of tenant.store.graphIncidents.all()) {
    if (fields.status !== 'active' || twin === null || used.has(fields.id)) continue;
    used.add(fields.id);
    return fields.id;
  }
  throw new Error('the tenant has no untouched incident left');
}

export const maya: Assignee = { name: analyst, displayName: 'Maya Chen', objectId: null };

/** One change by Maya that the hub takes; a refusal fails the test with the hub's words. */
export async function changed(
  hub: RunningHub,
  key: string,
  changes: IncidentChanges,
  commandId = nextCommandId(),
): Promise<CommandReceipt> {
  const outcome = await hub.change({ ...unseen, commandId, key, changes }, maya);
  if (outcome.outcome === 'stored') return outcome;
  throw new Error(outcome.outcome === 'refused' ? outcome.reason : 'overtaken');
}
