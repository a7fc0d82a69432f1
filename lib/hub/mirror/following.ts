/** How this process follows both systems while it holds the lease, and what other processes do with the store. */
import type { System } from '@/lib/domain/source/source';
import { fromStored } from '@/lib/hub/alerts/alert-copy';
import { createSettle } from '@/lib/hub/journal/settle';
import { createStoreFollower, type StoreFollower } from '@/lib/hub/mirror/follow-store';
import type { Memory, MemoryOptions } from '@/lib/hub/mirror/memory';
import { createPolling, type Polling } from '@/lib/hub/mirror/polling';
import { createRoom } from '@/lib/hub/mirror/room';
import { createStoreTopics } from '@/lib/hub/mirror/store-topics';
import { readIncidents } from '@/lib/hub/mirror/warm-start';

export type FollowingOptions = MemoryOptions & {
  memory: Memory;
  random: () => number;
  /** Takes in what other processes did to the journal. */
  learn: () => Promise<void>;
};

export type Following = {
  polling: Polling;
  follower: StoreFollower;
  settle: () => Promise<void>;
  /** A write is on its way to this system: look soon. */
  expect: (system: System) => void;
};

export function createFollowing(options: FollowingOptions): Following {
  const { api, store, now, clock, random, signal, tenure, memory, learn } = options;
  const { journal, mirror, alerts, keptAlerts, health, feed, publish, show } = memory;

  const settleCommands = createSettle({ journal, mirror, now, show });
  const settle = () => {
    alerts.publish.rest();
    return tenure.holds() ? settleCommands() : Promise.resolve();
  };
  const polling = createPolling({
    api,
    store,
    mirror,
    publish,
    signal,
    now,
    health,
    marks: store.marks,
    tenure,
    room: createRoom(api, clock),
    alertsReady: keptAlerts.ready,
    clock,
    random,
    settle,
  });
  /** Only the process that follows the systems has a reason to look sooner. */
  const expect = (system: System) => {
    if (tenure.holds()) polling.expect(system);
  };

  const follower = createStoreFollower({
    store,
    feed,
    publish,
    topics: createStoreTopics({ store, mirror, journal, health, feed, learn, settle, expect }),
    reload: async () => {
      await keptAlerts.ready();
      for await (const briefs of store.alertBriefs.all()) mirror.putAlerts(briefs.map(fromStored));
      await readIncidents(store, mirror);
      await learn();
    },
  });
  return { polling, follower, settle, expect };
}
