/**
 * Makes yesterday's mirror: a console's database filled with as many incidents and alerts as a bench wants. The hub
 * itself reads them from a tenant in this process that knows no quotas, so what is measured later is what a hub stores.
 * Arguments: directory, incidents, alerts.
 */
import { hubOn, smallTenant } from '@/e2e/contract/hub-harness';
import { ApiError } from '@/lib/api/transport/api-error';
import type { Clock } from '@/lib/base/clock';

const [directory, incidents, alerts] = process.argv.slice(2);
if (directory === undefined || incidents === undefined || alerts === undefined)
  throw new Error('fill-store wants a directory, a number of incidents and a number of alerts');

const tenant = await smallTenant({ incidents: Number(incidents), warm: false, trickle: false, detection: false });

/** The tenant's stories hold two to three alerts each: the rest are repetitions of them in the same incidents. */
function repeatAlerts(wanted: number): void {
  const originals = [...tenant.store.alerts.all()].filter((record) => record.inGraph);
  let held = originals.length;
  for (let round = 1; held < wanted; round += 1) {
    for (const record of originals) {
      if (held >= wanted) return;
      const incident = tenant.store.graphIncidents.byId(record.graph.incidentId ?? '');
      // The two storms would swallow everything.
      if (incident === undefined || incident.alertIds.length > 500) continue;
      const id = `${record.id}-${round}`;
      const lastUpdateDateTime = new Date(
        Date.parse(record.graph.lastUpdateDateTime ?? record.graph.createdDateTime ?? tenant.clock.iso()) - held,
      ).toISOString();
      tenant.store.alerts.add({ ...record, id, graph: { ...record.graph, id, lastUpdateDateTime } });
      incident.alertIds.push(id);
      held += 1;
    }
  }
}

repeatAlerts(Number(alerts));

let sleptMs = 0;
/** Pauses pass at once and count as time, so that the client's own budgets fill up again. */
const leapingClock: Clock = {
  now: () => Date.now() + sleptMs,
  sleep: async (waitMs) => {
    sleptMs += waitMs;
  },
};

const { hub, close } = await hubOn(tenant, { place: { kind: 'directory', path: directory }, clock: leapingClock });
/** The fill goes on where a used-up budget stopped it, as the poll loop's next run would. */
async function readToTheEnd(): Promise<void> {
  for (;;) {
    try {
      return await hub.refresh();
    } catch (error) {
      if (!(error instanceof ApiError) || error.retryAfterMs === null) throw error;
      await leapingClock.sleep(error.retryAfterMs);
    }
  }
}

await readToTheEnd();
process.stdout.write(`${hub.list().incidents.length} incidents\n`);
await close();
await tenant.close();
process.exit(0);
