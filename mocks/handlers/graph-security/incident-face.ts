/** An incident as Graph sends it: with its alerts only when asked, with newer enum members only when asked. */
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import { olderIncident, wantsNewerMembers } from '@/mocks/handlers/manners/newer-members';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';
import type { Store } from '@/mocks/store/store';

export function incidentFace(
  record: GraphIncidentRecord,
  { store, request, alerts }: { store: Store; request: Request; alerts: boolean },
): GraphIncident {
  const full: GraphIncident = {
    ...record.fields,
    ...(alerts ? { alerts: store.alerts.pick(record.alertIds).map((alert) => alert.graph) } : {}),
  };
  return wantsNewerMembers(request) ? full : olderIncident(full);
}
