/** The entities of all alerts, each once, with the alerts that name it. Made when somebody asks, and kept until a new alert. */
import type { SentinelEntity } from '@/lib/wire/sentinel/entity';
import type { Alerts } from '@/mocks/store/alerts';
import type { EventBus } from '@/mocks/store/events';
import { sentinelEntityFaces } from '@/mocks/store/faces/sentinel-alert-face';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

export type KnownEntity = { readonly entity: SentinelEntity; readonly alerts: readonly AlertRecord[] };

export type EntityIndex = {
  all(): readonly KnownEntity[];
  /** By the last part of its ARM id, in any case. */
  byName(name: string): KnownEntity | undefined;
};

type Found = Map<string, { entity: SentinelEntity; alerts: AlertRecord[] }>;

export function createEntityIndex(alerts: Alerts, bus: EventBus): EntityIndex {
  let known: Found | undefined;
  bus.listen((event) => {
    if (event.kind === 'alertAdded') known = undefined;
  });
  const index = (): Found => {
    known ??= entitiesOf(alerts);
    return known;
  };
  return { all: () => [...index().values()], byName: (name) => index().get(name.toLowerCase()) };
}

function entitiesOf(alerts: Alerts): Found {
  const found: Found = new Map();
  for (const alert of alerts.all()) {
    for (const entity of sentinelEntityFaces([alert])) {
      const before = found.get(entity.name);
      if (before) before.alerts.push(alert);
      else found.set(entity.name, { entity, alerts: [alert] });
    }
  }
  return found;
}
