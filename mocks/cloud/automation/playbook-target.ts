/** What a playbook finds at hand when it starts: the incident it is about, and the devices that are named. */
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import type { PlaybookTarget } from '@/mocks/store/records/playbook-record';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { Store } from '@/mocks/store/store';

export type AtHand = {
  /** Undefined when there is none, or none any more. */
  readonly incident: SentinelIncidentRecord | undefined;
  readonly machines: readonly MachineRecord[];
};

const once = <Element>(elements: readonly Element[]): Element[] => [...new Set(elements)];

const machinesOf = ({ endpoint }: Store, alerts: readonly AlertRecord[]): MachineRecord[] =>
  once(
    alerts.flatMap(({ graph }) =>
      (graph.evidence ?? []).flatMap((evidence) =>
        evidence['@odata.type'] === '#microsoft.graph.security.deviceEvidence' && evidence.mdeDeviceId
          ? (endpoint.machines.byId(evidence.mdeDeviceId) ?? [])
          : [],
      ),
    ),
  );

function machinesOfEntity({ sentinel, endpoint }: Store, name: string): MachineRecord[] {
  const entity = sentinel.entities.byName(name)?.entity;
  if (entity?.kind !== 'Host') return [];
  const hostName: unknown = Reflect.get(entity.properties, 'hostName');
  if (typeof hostName !== 'string') return [];
  return endpoint.machines.all().filter(({ device }) => device.hostName.toLowerCase() === hostName.toLowerCase());
}

/** Null stands for nothing at all: somebody ran the bare trigger. */
export function atHand(store: Store, target: PlaybookTarget | null): AtHand {
  switch (target?.kind) {
    case 'incident': {
      const incident = store.sentinelIncidents.byName(target.name);
      return { incident, machines: incident ? machinesOf(store, store.alerts.pick(incident.alertIds)) : [] };
    }
    case 'alert': {
      const incident = [...store.sentinelIncidents.all()].find(({ alertIds }) => alertIds.includes(target.id));
      return { incident, machines: machinesOf(store, store.alerts.pick([target.id])) };
    }
    case 'entity': {
      const incident = target.incident === null ? undefined : store.sentinelIncidents.byName(target.incident);
      return { incident, machines: machinesOfEntity(store, target.name) };
    }
    default:
      return { incident: undefined, machines: [] };
  }
}
