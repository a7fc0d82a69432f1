/** A tenant small enough for a unit test, on a clock that only moves when told to. */
import { expect } from 'vitest';

import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import { createTenant, type Tenant, type TenantOptions } from '@/mocks/tenant';

/** Defender's id of the attack that everything else happens around. */
export const mainIncidentId = '12345';

export const smallTenant = (options: TenantOptions = {}): Promise<Tenant> =>
  createTenant({
    incidents: 20,
    rows: 500,
    paused: true,
    warm: false,
    report: (message, failure) => {
      throw new Error(`the tenant complained: ${message}`, { cause: failure });
    },
    ...options,
  });

export function mainIncident(tenant: Tenant): { graph: GraphIncidentRecord; sentinel: SentinelIncidentRecord } {
  const graph = tenant.store.graphIncidents.byId(mainIncidentId);
  const sentinel = graph?.twin ? tenant.store.sentinelIncidents.byName(graph.twin) : undefined;
  if (!graph || !sentinel) return expect.unreachable('the main incident is not there');
  return { graph, sentinel };
}

/** For tests of rules of their own: the tenant's would cost each minute of its clock as much again. */
export function withoutSeededRules({ store }: Tenant): void {
  for (const rule of store.rules.alertRules.all()) rule.nextRunAt = null;
  for (const rule of [...store.detectionRules.all()]) store.detectionRules.remove(rule);
}

/** More incidents of the same kind, older by a minute each; they have no twin and no alerts. */
export function addIncidents(tenant: Tenant, count: number): void {
  const { fields } = mainIncident(tenant).graph;
  for (let index = 0; index < count; index += 1) {
    const id = String(50_000 + index);
    const createdDateTime = new Date(Date.parse('2025-01-10T00:00:00Z') - index * 60_000).toISOString();
    const copy = { ...fields, id, createdDateTime, lastUpdateDateTime: createdDateTime };
    tenant.store.graphIncidents.add({ id, fields: copy, alertIds: [], twin: null });
  }
}
