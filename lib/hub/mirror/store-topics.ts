/** What becomes of each kind of change that another process made: its rows are read again into this process's memory. */
import type { Incident } from '@/lib/domain/incident/incident';
import { type System, systems } from '@/lib/domain/source/source';
import { fromStored } from '@/lib/hub/alerts/alert-copy';
import type { ChangeFeed } from '@/lib/hub/change-feed';
import { besideIncidents } from '@/lib/hub/journal/beside-incidents';
import type { Journal } from '@/lib/hub/journal/journal';
import type { TakeIn } from '@/lib/hub/mirror/follow-store';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { HealthBook } from '@/lib/hub/mirror/source-health';
import { healthMark } from '@/lib/hub/mirror/tell-health';
import { faceFromCopy } from '@/lib/hub/mirror/warm-start';
import type { Store } from '@/lib/store/store';

export type StoreTopicsOptions = {
  store: Pick<Store, 'incidentCopies' | 'alertBriefs' | 'marks'>;
  mirror: Mirror;
  journal: Journal;
  health: HealthBook;
  feed: Pick<ChangeFeed, 'publish'>;
  /** Takes in what other processes did to the journal. */
  learn: () => Promise<void>;
  settle: () => Promise<void>;
  /** A write is on its way to this system: look soon. */
  expect: (system: System) => void;
};

export function createStoreTopics(options: StoreTopicsOptions): Readonly<Record<string, TakeIn>> {
  const { store, mirror, journal, health, feed, learn, settle, expect } = options;

  async function takeCopies(system: System, ids: string[]): Promise<void> {
    const copies = await store.incidentCopies.some(system, ids);
    if (system === 'defender') mirror.putDefender(copies.map(({ wire }) => faceFromCopy.defender(wire)));
    else mirror.putSentinel(copies.map(({ wire }) => faceFromCopy.sentinel(wire)));
    const there = new Set(copies.map(({ id }) => id));
    mirror.remove(
      system,
      ids.filter((id) => !there.has(id)),
    );
  }

  return {
    async incident_copy(names) {
      for (const system of systems) {
        const prefix = `${system}/`;
        const ids = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
        if (ids.length > 0) await takeCopies(system, ids);
      }
      await settle();
    },
    async alert_brief(ids) {
      mirror.putAlerts((await store.alertBriefs.some(ids)).map(({ brief }) => fromStored(brief)));
    },
    async command_event(ids) {
      await learn();
      const commands = ids.flatMap((id) => journal.get(id) ?? []);
      if (commands.some((command) => command.state === 'accepted' && command.owner === 'defender')) expect('sentinel');
      const commented: Incident[] = commands
        .filter((command) => besideIncidents.has(command.act.kind))
        .flatMap((command) => mirror.get(command.incidentKey) ?? []);
      if (commented.length > 0) feed.publish({ kind: 'incidents', upserts: commented, removed: [] });
      await settle();
    },
    async [healthMark]() {
      health.adopt(await store.marks.read(healthMark));
    },
  };
}
