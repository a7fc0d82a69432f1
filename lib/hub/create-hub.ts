/** Puts the hub together. Nothing runs until `start`; tests drive it with `refresh` and `idle` instead. */
import type { Api } from '@/lib/api/api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Clock } from '@/lib/base/clock';
import { alertKey, withAlertActs } from '@/lib/domain/alert/alert-command';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';
import type { System } from '@/lib/domain/source/source';
import { createAlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { createAlertQueue } from '@/lib/hub/alerts/alert-queue';
import { createChangeFeed } from '@/lib/hub/change-feed';
import { createDesk } from '@/lib/hub/desk';
import { createDetailParts } from '@/lib/hub/detail-parts';
import { createDirectory } from '@/lib/hub/directory';
import { findIncident } from '@/lib/hub/find-incident';
import { createStoreFollower, type StoreFollower } from '@/lib/hub/follow-store';
import { createHandOverDesk } from '@/lib/hub/hand-over-desk';
import type { Hub } from '@/lib/hub/hub';
import { hunt } from '@/lib/hub/hunt';
import { huntingSchema } from '@/lib/hub/hunting-schema';
import { openJournal } from '@/lib/hub/journal';
import type { KqlKnowledge } from '@/lib/hub/kql-knowledge';
import { createMirror } from '@/lib/hub/mirror';
import { createPolling } from '@/lib/hub/polling';
import { readDetail } from '@/lib/hub/read-detail';
import { createSettle } from '@/lib/hub/settle';
import { createHealthBook, type HealthBook } from '@/lib/hub/source-health';
import { createStoreTopics } from '@/lib/hub/store-topics';
import { createTellHealth } from '@/lib/hub/tell-health';
import { createTenure } from '@/lib/hub/tenure';
import { startTicking } from '@/lib/hub/ticking';
import { createTracer } from '@/lib/hub/trace/tracer';
import { createViewShelf } from '@/lib/hub/view-shelf';
import { warmStart } from '@/lib/hub/warm-start';
import type { Store } from '@/lib/store/store';

export type HubOptions = {
  api: Api;
  store: Store;
  workspace: WorkspaceAddress;
  /** UPN of the analyst at this console. */
  user: string;
  /** Whose members incidents can be assigned to. */
  department: string;
  /** The tenant's time. */
  now: () => Date;
  clock: Clock;
  random: () => number;
  /** How long a process that died keeps the others from following Microsoft in its place. */
  leaseMs?: number;
};

const usualLeaseMs = 15_000;

export type RunningHub = Hub & {
  /** Sends what an earlier run left unsent and begins to follow both systems. */
  start(): void;
  /** Reads all lists once. */
  refresh(): Promise<void>;
  /** Resolves when no command is on the wire. */
  idle(): Promise<void>;
};

/** Microsoft's parser is megabytes of code that the queue has no use for: it is loaded by the first query. */
function loadedOnce(): () => Promise<KqlKnowledge> {
  let loading: Promise<KqlKnowledge> | null = null;
  return () => {
    loading ??= import('@/lib/hub/kql-knowledge').then((module) => module.createKqlKnowledge());
    return loading;
  };
}

export async function createHub(options: HubOptions): Promise<RunningHub> {
  const { api, store, now, clock, random, leaseMs = usualLeaseMs } = options;
  const ending = new AbortController();
  const { signal } = ending;
  // Whatever others commit from here on has a higher number, and whatever has a lower one is read below.
  await store.changes.note('start', []);
  const start = await store.changes.head();
  const tenure = createTenure({ store, clock, signal, leaseMs });
  const journal = await openJournal(store.commands, now);
  const alertMirror = createAlertMirror({
    paint: (row) => withAlertActs(row, journal.alertChangesOf(alertKey(row.id))),
  });
  const mirror = createMirror({ now, commandsOf: journal.changesOf, alertMirror });
  const feed = createChangeFeed({ now, start, catchUp: () => follower.catchUp() });
  const tellHealth = createTellHealth({ feed, health: () => health, tenure, store });
  const health: HealthBook = createHealthBook({ now, tell: tellHealth, backlog: journal.backlog });
  const parts = createDetailParts(api, now);
  const kql = loadedOnce();

  const alerts = createAlertQueue({
    api,
    alertMirror,
    mirror,
    feed,
    health,
    now,
    nowMs: clock.now,
    signal,
    publish: () => publish(),
  });

  /** Memory changes at once; the store follows, and a restart that comes first finds out by itself. */
  function rekey(from: string, to: string): void {
    journal
      .rekey(from, to)
      .catch((error: unknown) => console.error(`onequeue: ${from} could not be renamed to ${to}`, error));
  }

  function publish(): void {
    alerts.publish.now();
    const { upserts, removed } = mirror.flush();
    for (const key of removed) rekey(key, mirror.keyOfName(key) ?? key);
    if (upserts.length + removed.length > 0) feed.publish({ kind: 'incidents', upserts, removed });
  }
  function show(keys: readonly string[]): void {
    for (const key of keys) mirror.touch(key);
    publish();
  }

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
    clock,
    random,
    settle,
  });
  /** Only the process that follows the systems has a reason to look sooner. */
  const expect = (system: System) => {
    if (tenure.holds()) polling.expect(system);
  };
  const find = (text: string) => findIncident({ api, mirror, publish }, text);
  const directory = createDirectory(options);
  const { trace } = createTracer({
    ...{ api, now, kql, find },
    incident: mirror.get,
    incidents: mirror.all,
    health: health.all,
  });

  async function detail(key: string): Promise<IncidentDetailReply> {
    const reply = await find(key);
    if (reply.kind !== 'found') return reply;
    if (reply.key !== key) return { kind: 'redirected', to: reply.key };
    const incident = mirror.get(key);
    if (incident === undefined) return { kind: 'unknown', lookedFor: key, lookedIn: [] };
    return { kind: 'found', detail: await readDetail(incident, parts, journal.commentsOf(key), now) };
  }

  const desk = createDesk({
    ...{ api, store, journal, mirror, alertMirror, parts, detail, publish, settle, find, now, clock, random, signal },
    polling: { expect },
    forgetAlert: alerts.forget,
    tell: feed.publish,
  });

  const follower: StoreFollower = createStoreFollower({
    store,
    feed,
    publish,
    topics: createStoreTopics({ store, mirror, journal, health, feed, learn: desk.learn, settle, expect }),
    reload: async () => {
      await warmStart(store, mirror);
      await desk.learn();
    },
  });

  if (await warmStart(store, mirror)) await polling.restore();
  await tenure.take();
  for (const key of journal.keys()) {
    const renamed = mirror.get(key) === undefined ? mirror.keyOfName(key) : undefined;
    if (renamed !== undefined) rekey(key, renamed);
  }

  return {
    list: () => ({ incidents: mirror.all(), health: health.all(), now: now().toISOString(), seq: feed.seq() }),
    detail,
    resolve: find,
    alerts: { list: alerts.list, detail: alerts.detail, ...desk.alertActs },
    ...desk.acts,
    trace,
    handOvers: createHandOverDesk({ store, now, incidents: mirror.all, health: health.all }),
    runQuery: (request, abort) => hunt({ api, kql, nowMs: clock.now }, request, abort),
    huntingSchema: async () => huntingSchema(api, await kql()),
    assignable: directory.assignable,
    workplace: directory.workplace,
    user: options.user,
    person: directory.person,
    lookUp: directory.lookUp,
    views: createViewShelf(store, now),
    feed: (afterSeq, abort) => feed.follow(afterSeq, AbortSignal.any([abort, signal])),
    start() {
      desk.start();
      follower.start(clock, signal);
      tenure.start(async (stint) => {
        await polling.restore();
        polling.start(stint);
      });
      directory.person(options.user);
      startTicking({ clock, signal, mirror, publish, feed, tellHealth });
    },
    refresh: async () => {
      if (await tenure.take()) await polling.refresh();
      await follower.catchUp();
    },
    idle: desk.idle,
    async close() {
      ending.abort();
      await desk.idle();
      await tenure.end();
      await store.close();
    },
  };
}
