/** What Sentinel's REST API says about alerts: the alerts themselves and the entities in them. */
import type { SentinelAlert } from '@/lib/wire/sentinel/alert';
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import { sentinelAlertOf, sentinelEntitiesOf } from '@/mocks/scenarios/kernel/sentinel-face';
import { compromisedEntityOf } from '@/mocks/store/faces/compromised-entity';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

export function sentinelAlertFace({ graph }: AlertRecord): SentinelAlert {
  const face = sentinelAlertOf(graph);
  const compromisedEntity = compromisedEntityOf(graph);
  return compromisedEntity === null ? face : { ...face, properties: { ...face.properties, compromisedEntity } };
}

export const sentinelEntityFaces = (alerts: readonly AlertRecord[]): SentinelEntity[] =>
  sentinelEntitiesOf(alerts.map((alert) => alert.graph));
