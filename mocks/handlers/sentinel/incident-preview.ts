/** What only preview versions say of an incident: its techniques, and where it went when it was merged away. */
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';
import { sentinelIncidentUrl } from '@/mocks/store/faces/arm-ids';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

type AdditionalData = NonNullable<SentinelIncident['properties']['additionalData']>;

export function previewAdditions(store: Store, record: SentinelIncidentRecord): AdditionalData {
  const techniques = new Set(store.alerts.pick(record.alertIds).flatMap(({ graph }) => graph.mitreTechniques ?? []));
  const { graphIncidents, sentinelIncidents } = store;
  const into = record.twin === null ? null : graphIncidents.byId(record.twin)?.fields.redirectIncidentId;
  const target = into ? sentinelIncidents.byName(graphIncidents.byId(into)?.twin ?? '') : undefined;
  return {
    techniques: [...techniques],
    ...(target
      ? { mergedIncidentNumber: String(target.number), mergedIncidentUrl: sentinelIncidentUrl(target.name) }
      : {}),
  };
}
