/** Puts the hub together. Nothing runs until `start`; tests drive it with `refresh` and `idle` instead. */
import type { Api } from '@/lib/api/api';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Clock } from '@/lib/base/clock';
import type { Command } from '@/lib/domain/incident/command';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import { createAlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { createAlertQueue } from '@/lib/hub/alerts/alert-queue';
import { createChangeFeed } from '@/lib/hub/change-feed';
import { type Address, type Delivered, deliver } from '@/lib/hub/deliver';
import { createDetailParts } from '@/lib/hub/detail-parts';
import { createDirectory } from '@/lib/hub/directory';
import { findIncident } from '@/lib/hub/find-incident';
import type { Hub } from '@/lib/hub/hub';
import { hunt } from '@/lib/hub/hunt';
import { huntingSchema } from '@/lib/hub/hunting-schema';
import { createIntake } from '@/lib/hub/intake';
import { openJournal } from '@/lib/hub/journal';
import type { KqlKnowledge } from '@/lib/hub/kql-knowledge';
import { createMirror } from '@/lib/hub/mirror';
import { createPolling } from '@/lib/hub/polling';
import { readDetail } from '@/lib/hub/read-detail';
import { createSender } from '@/lib/hub/sender';
import { createSettle } from '@/lib/hub/settle';
import { createHealthBook } from '@/lib/hub/source-health';
import { startTicking } from '@/lib/hub/ticking';
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
};

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
  const { api, store, now, clock, random } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const journal = await openJournal(store.commands, now);
  const alertMirror = createAlertMirror({ paint: (row) => row });
  const mirror = createMirror({ now, commandsOf: journal.changesOf, alertMirror });
  const feed = createChangeFeed(now);
  const health = createHealthBook(now, () => feed.publish({ kind: 'health', health: health.all() }));
  const parts = createDetailParts(api, now);
  const kql = loadedOnce();

  const alerts = createAlertQueue({
    ...{ api, alertMirror, mirror, feed, health, now, signal },
    nowMs: clock.now,
    publish: () => publish(),
  });

  function publish(): void {
    alerts.publish.now();
    const { upserts, removed } = mirror.flush();
    for (const key of removed) journal.rekey(key, mirror.keyOfName(key) ?? key);
    if (upserts.length + removed.length > 0) feed.publish({ kind: 'incidents', upserts, removed });
  }
  function show(key: string): void {
    mirror.touch(key);
    publish();
  }

  const settleCommands = createSettle({ journal, mirror, now, show });
  const settle = () => {
    alerts.publish.rest();
    return settleCommands();
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
    clock,
    random,
    settle,
  });
  const find = (text: string) => findIncident({ api, mirror, publish }, text);
  const directory = createDirectory(options);

  function addressOf(command: Command): Address {
    if (command.owner === 'defender') return { system: 'defender', id: command.incidentKey };
    return { system: 'sentinel', name: mirror.faces(command.incidentKey)?.sentinel?.copy.name ?? command.incidentKey };
  }

  async function moved(command: Command, delivered: Delivered | null): Promise<void> {
    if (delivered?.defender) mirror.putDefender([fromGraph(delivered.defender)]);
    if (delivered?.sentinel) mirror.putSentinel([fromSentinel(delivered.sentinel)]);
    const { incidentKey: key } = command;
    const faces = mirror.faces(key);
    if (delivered !== null) {
      for (const id of [faces?.defender?.copy.id, faces?.sentinel?.copy.name]) if (id !== undefined) parts.forget(id);
      if (command.owner === 'defender' && faces?.sentinel) polling.expect('sentinel');
    }
    show(key);
    const incident = mirror.get(key);
    // A comment is no part of the incident itself, but whoever has it open must hear of it.
    if (command.act.kind === 'comment' && incident)
      feed.publish({ kind: 'incidents', upserts: [incident], removed: [] });
    await settle().catch((error: unknown) => console.error('onequeue: commands could not be settled', error));
  }

  const attempt = (command: Command, again: boolean) => deliver(api, command, addressOf(command), again);
  const sender = createSender({ clock, random, now, journal, attempt, moved, signal });
  const intake = createIntake({ now, mirror, journal, sender, find, me: directory.me, show });

  if (await warmStart(store, mirror)) await polling.restore();

  return {
    list: () => ({ incidents: mirror.all(), health: health.all(), now: now().toISOString(), seq: feed.seq() }),
    async detail(key) {
      const reply = await find(key);
      if (reply.kind !== 'found') return reply;
      if (reply.key !== key) return { kind: 'redirected', to: reply.key };
      const incident = mirror.get(key);
      if (incident === undefined) return { kind: 'unknown', lookedFor: key, lookedIn: [] };
      return { kind: 'found', detail: await readDetail(incident, parts, journal.commentsOf(key), now) };
    },
    resolve: find,
    alerts,
    ...intake,
    runQuery: (request, abort) => hunt({ api, kql, nowMs: clock.now }, request, abort),
    huntingSchema: async () => huntingSchema(api, await kql()),
    assignable: directory.assignable,
    session: directory.session,
    feed: (afterSeq, abort) => feed.follow(afterSeq, AbortSignal.any([abort, signal])),
    start() {
      for (const key of journal.waitingKeys()) sender.pump(key);
      polling.start();
      directory.me();
      startTicking({ clock, signal, mirror, publish, feed, health });
    },
    refresh: () => polling.refresh(),
    idle: () => sender.idle(),
    async close() {
      ending.abort();
      await sender.idle();
      await store.close();
    },
  };
}
