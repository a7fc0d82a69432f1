/** Puts the hub together. Nothing runs until `start`; tests drive it with `refresh` and `idle` instead. */
import type { Api } from '@/lib/api/api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Clock } from '@/lib/base/clock';
import { createAfterAlerts } from '@/lib/hub/alerts/after-alerts';
import { openAlertQueue } from '@/lib/hub/alerts/alert-queue';
import type { Hub } from '@/lib/hub/hub';
import { hunt } from '@/lib/hub/hunting/hunt';
import { huntingSchema } from '@/lib/hub/hunting/hunting-schema';
import type { KqlKnowledge } from '@/lib/hub/hunting/kql-knowledge';
import { createDetailParts } from '@/lib/hub/incident/detail-parts';
import { findIncident } from '@/lib/hub/incident/find-incident';
import { createOpenIncident } from '@/lib/hub/incident/open-incident';
import { createDesk } from '@/lib/hub/journal/desk';
import { createFollowing, type Following, type FollowingOptions } from '@/lib/hub/mirror/following';
import { openKnownTime } from '@/lib/hub/mirror/known-time';
import { openMemory } from '@/lib/hub/mirror/memory';
import { createTenure } from '@/lib/hub/mirror/tenure';
import { startTicking } from '@/lib/hub/mirror/ticking';
import { isUsable, readIncidents } from '@/lib/hub/mirror/warm-start';
import { createDirectory } from '@/lib/hub/people/directory';
import { createRuleDesk } from '@/lib/hub/rules/rule-desk';
import { createHandOverDesk } from '@/lib/hub/shelves/hand-over-desk';
import { createKeyShelf } from '@/lib/hub/shelves/key-shelf';
import { createViewShelf } from '@/lib/hub/shelves/view-shelf';
import { createSyncDesk } from '@/lib/hub/sync/sync-desk';
import { createTracer } from '@/lib/hub/trace/tracer';
import type { Store } from '@/lib/store/store';

/** What a hub works with and whom it works for; everything that tests replace is here. */
export type HubOptions = {
  api: Api;
  store: Store;
  workspace: WorkspaceAddress;
  /** UPN of the analyst at this console. */
  user: string;
  /** Whose members incidents can be assigned to. */
  department: string;
  /** Words in the names of the groups that incidents can be assigned to. */
  groupWords?: string;
  /** The tenant's time. */
  now: () => Date;
  clock: Clock;
  random: () => number;
  /** How long a process that died keeps the others from following Microsoft in its place. */
  leaseMs?: number;
};

const usualLeaseMs = 15_000;
/** A system that does not answer must not keep the process: the journal knows what was on its way. */
const lastWordsMs = 5_000;

/** Also where a test's clock stands still. */
function realTime(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs).unref();
  });
}

/** A hub and what drives it: the process, or a test. */
export type RunningHub = Hub & {
  /** Sends what an earlier run left unsent and begins to follow both systems. */
  start(): void;
  /** Reads all lists once. */
  refresh(): Promise<void>;
  /** Reads all lists from end to end once, as the hub does over hours. */
  sweep(): Promise<void>;
  /** Resolves when no command is on the wire. */
  idle(): Promise<void>;
};

/** Microsoft's parser is megabytes of code that the queue has no use for: it is loaded by the first query. */
function loadedOnce(): () => Promise<KqlKnowledge> {
  let loading: Promise<KqlKnowledge> | null = null;
  return () => {
    loading ??= import('@/lib/hub/hunting/kql-knowledge').then((module) => module.createKqlKnowledge());
    return loading;
  };
}

/** Yesterday's queue, before Microsoft is asked for anything; its alerts follow. */
async function fill({
  store,
  memory,
  polling,
  tenure,
}: Pick<FollowingOptions, 'store' | 'memory' | 'tenure'> & Pick<Following, 'polling'>): Promise<void> {
  const { journal, mirror, rekey, summaries, keptAlerts } = memory;
  const isKept = await isUsable(store);
  // An older console kept no counts: without its alerts the incidents would be shown with wrong ones.
  const areCounted = isKept && (await summaries.restore());
  if (!isKept) await keptAlerts.skip();
  else if (!areCounted) await keptAlerts.read();
  if (isKept) {
    await readIncidents(store, mirror);
    mirror.flush();
    await polling.restore();
  }
  await tenure.take();
  for (const key of journal.keys()) {
    const renamed = mirror.get(key) === undefined ? mirror.keyOfName(key) : undefined;
    if (renamed !== undefined) rekey(key, renamed);
  }
  if (areCounted) keptAlerts.readMeanwhile();
}

export async function createHub(options: HubOptions): Promise<RunningHub> {
  const { api, store, clock, random, leaseMs = usualLeaseMs } = options;
  const time = await openKnownTime({ now: options.now, clock, marks: store.marks });
  const { now } = time;
  const ending = new AbortController();
  const { signal } = ending;
  const tenure = createTenure({ store, clock, signal, leaseMs });
  const common = { api, store, now, clock, random, signal, tenure, catchUp: () => follower.catchUp() };
  const memory = await openMemory(common);
  const { journal, mirror, feed, health, alerts, publish } = memory;
  const { polling, follower, settle, expect } = createFollowing({ ...common, memory, learn: () => desk.learn() });
  const parts = createDetailParts(api, now);
  const kql = loadedOnce();
  const find = (text: string) => findIncident({ api, mirror, publish }, text);
  const directory = createDirectory(options);
  const { trace } = createTracer({
    ...{ api, now, kql, find },
    incident: mirror.get,
    incidents: mirror.all,
    alert: memory.alertMirror.named,
    health: health.all,
  });

  const { detail, mergedAway } = createOpenIncident({ find, mirror, parts, journal, now });
  const desk = createDesk({
    ...common,
    ...memory,
    ...{ parts, detail, mergedAway, settle, find, time },
    polling: { expect },
    people: directory.assignable,
    forgetAlert: alerts.forget,
    tell: feed.publish,
  });

  const afterAlerts = createAfterAlerts(memory.keptAlerts.ready);
  await fill({ store, memory, polling, tenure });

  return {
    list: () => ({ incidents: mirror.all(), health: health.all(), now: now().toISOString(), seq: feed.seq() }),
    detail,
    resolve: find,
    alerts: openAlertQueue(alerts, desk.alertActs, afterAlerts),
    ...desk.acts,
    closePreflight: afterAlerts(desk.acts.closePreflight),
    merge: afterAlerts(desk.acts.merge),
    trace: afterAlerts(trace),
    handOvers: createHandOverDesk({ store, now, incidents: mirror.all, health: health.all }),
    rules: createRuleDesk({ api, kql, now, nowMs: clock.now }),
    sync: createSyncDesk({ api, workspaceName: options.workspace.name, mirror, now, nowMs: clock.now }),
    runQuery: (request, abort) => hunt({ api, kql, nowMs: clock.now }, request, abort),
    huntingSchema: async () => huntingSchema(api, await kql()),
    assignable: directory.assignable,
    assignableGroups: directory.assignableGroups,
    groupsOf: directory.groupsOf,
    findGroups: directory.findGroups,
    workplace: directory.workplace,
    user: options.user,
    person: directory.person,
    lookUp: directory.lookUp,
    views: createViewShelf(store, now),
    keys: createKeyShelf(store, now),
    feed: (afterSeq, abort) => feed.follow(afterSeq, AbortSignal.any([abort, signal])),
    start() {
      desk.start();
      follower.start(clock, signal);
      tenure.start(async (stint) => {
        await polling.restore();
        polling.start(stint);
      });
      directory.person(options.user);
      startTicking({ clock, signal, ...memory });
    },
    refresh: async () => {
      if (await tenure.take()) await polling.refresh();
      await follower.catchUp();
    },
    sweep: polling.sweep,
    idle: desk.idle,
    async close() {
      ending.abort();
      await Promise.race([desk.idle(), realTime(lastWordsMs)]);
      await memory.keptAlerts.idle();
      await memory.summaries.save().catch((error: unknown) => console.warn('onequeue: counts were not kept', error));
      await tenure.end().catch((error: unknown) => console.warn('onequeue: the lease runs out by itself', error));
      await store.close();
    },
  };
}
