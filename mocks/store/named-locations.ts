/** The places that Conditional Access knows by name. */
import type { GraphNamedLocation } from '@/lib/wire/graph-directory/named-location';
import type { Actor, EventBus } from '@/mocks/store/events';
import type { NamedLocationRecord } from '@/mocks/store/records/named-location-record';

export type NamedLocations = {
  all(): IterableIterator<NamedLocationRecord>;
  byId(id: string): NamedLocationRecord | undefined;
  put(location: GraphNamedLocation, by: Actor): NamedLocationRecord;
  remove(record: NamedLocationRecord, by: Actor): void;
  /** The same as `put` for what was there before the tenant started: nobody is told. */
  remember(location: GraphNamedLocation): void;
};

export function createNamedLocations(bus: EventBus): NamedLocations {
  const records = new Map<string, NamedLocationRecord>();
  const keep = (location: GraphNamedLocation): NamedLocationRecord => {
    const record = records.get(location.id) ?? { id: location.id, location };
    record.location = location;
    records.set(record.id, record);
    return record;
  };
  return {
    all: () => records.values(),
    byId: (id) => records.get(id.toLowerCase()),
    put: (location, by) => {
      const added = !records.has(location.id);
      const record = keep(location);
      bus.emit({ kind: 'namedLocationChanged', change: added ? 'Add' : 'Update', location, by });
      return record;
    },
    remove: (record, by) => {
      records.delete(record.id);
      bus.emit({ kind: 'namedLocationChanged', change: 'Delete', location: record.location, by });
    },
    remember: (location) => void keep(location),
  };
}
