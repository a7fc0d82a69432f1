/** Where analysts' acts are taken, sent and followed: the journal's part of the hub, put together. */
import type { Api } from '@/lib/api/api';
import type { Clock } from '@/lib/base/clock';
import { alertOfKey } from '@/lib/domain/alert/alert-command';
import type { Command } from '@/lib/domain/incident/command';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';
import type { System } from '@/lib/domain/source/source';
import { type AlertActs, createAlertActs } from '@/lib/hub/alerts/alert-acts';
import { copyFromGraph } from '@/lib/hub/alerts/alert-copy';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { FeedNews } from '@/lib/hub/change-feed';
import type { Hub } from '@/lib/hub/hub';
import type { DetailParts } from '@/lib/hub/incident/detail-parts';
import type { HistoryBook } from '@/lib/hub/incident/history-book';
import { createHistoryDesk } from '@/lib/hub/incident/history-desk';
import { type Detail, found } from '@/lib/hub/incident/incident-parts';
import { readInvestigations } from '@/lib/hub/incident/investigations';
import type { OpenIncident } from '@/lib/hub/incident/open-incident';
import { closePreflight } from '@/lib/hub/incident/preflight';
import { createActs } from '@/lib/hub/journal/acts';
import { besideIncidents } from '@/lib/hub/journal/beside-incidents';
import { type Address, type Delivered, deliver } from '@/lib/hub/journal/deliver';
import type { DifferenceBook } from '@/lib/hub/journal/difference-book';
import { createIntake } from '@/lib/hub/journal/intake';
import { type Journal, touchedBy } from '@/lib/hub/journal/journal';
import { createRegroup } from '@/lib/hub/journal/regroup';
import { createSender } from '@/lib/hub/journal/sender';
import { createDriftDesk } from '@/lib/hub/journal/settle-drift';
import { createTakeBack } from '@/lib/hub/journal/take-back';
import { createTaskDesk } from '@/lib/hub/journal/task-desk';
import type { KnownTime } from '@/lib/hub/mirror/known-time';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import type { Polling } from '@/lib/hub/mirror/polling';
import type { HealthBook } from '@/lib/hub/mirror/source-health';
import type { SummaryBook } from '@/lib/hub/mirror/summary-book';
import type { Store } from '@/lib/store/store';

/** Everything of the hub that an act may touch. */
export type DeskOptions = {
  api: Api;
  store: Store;
  journal: Journal;
  mirror: Mirror;
  alertMirror: AlertMirror;
  /** What is kept of an alert is no longer true. */
  forgetAlert: (id: string) => void;
  polling: Pick<Polling, 'expect'>;
  parts: DetailParts;
  detail: Detail;
  mergedAway: OpenIncident['mergedAway'];
  book: HistoryBook;
  health: Pick<HealthBook, 'of'>;
  time: Pick<KnownTime, 'save'>;
  differences: Pick<DifferenceBook, 'save'>;
  summaries: Pick<SummaryBook, 'save'>;
  people: () => Promise<Assignee[]>;
  /** Tells the browsers what the mirror shows now. */
  publish: () => void;
  tell: (news: FeedNews) => void;
  settle: () => Promise<void>;
  find: (text: string) => Promise<IncidentResolveReply>;
  now: () => Date;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
};

/** What the hub takes over as it is. */
type DeskActs = Pick<
  Hub,
  | 'change'
  | 'changeMany'
  | 'addComment'
  | 'changeTask'
  | 'tasks'
  | 'undo'
  | 'retry'
  | 'commands'
  | 'mergePreview'
  | 'merge'
  | 'moveAlerts'
  | 'closePreflight'
  | 'settleDrift'
  | 'history'
  | 'mergedHistory'
  | 'investigations'
  | 'changesSince'
  | 'lastSeen'
  | 'seen'
>;

export type Desk = {
  acts: DeskActs;
  alertActs: AlertActs;
  /** Sends what waits, here or since an earlier run, and goes on looking for what nobody sends. */
  start(): void;
  /** Takes in what other processes did to the journal, and shows it. */
  learn(): Promise<void>;
  /** Resolves when no command is on the wire. */
  idle(): Promise<void>;
};

/** What is too old to be kept is looked for this often. */
const trimEveryMs = 6 * 3_600_000;
/** A process that is killed within its first second has taken no acts yet. */
const saveTimeEveryMs = 1_000;
/** A store that failed or a process that died leaves commands that nobody is sending. */
const lookEveryMs = 5_000;

/** What changes none of Sentinel's parts, or only those whose version counts it. */
const saidOnly: ReadonlySet<Command['act']['kind']> = new Set(['change', 'comment', 'task']);

const otherSystem = { defender: 'sentinel', sentinel: 'defender' } as const satisfies Record<System, System>;

/** Where a command goes, and where the other system keeps the same incident. */
function addressesOf(
  { owner, incidentKey: key }: Command,
  mirror: Pick<Mirror, 'faces'>,
): { address: Address; other: Address | null } {
  const name = mirror.faces(key)?.sentinel?.copy.name;
  if (owner === 'sentinel') return { address: { system: 'sentinel', name: name ?? key }, other: null };
  return {
    address: { system: 'defender', id: key },
    other: name === undefined ? null : { system: 'sentinel', name },
  };
}

/** Nothing is sent before `start`, and nothing after `signal` has aborted. */
export function createDesk(options: DeskOptions): Desk {
  const {
    api,
    store,
    journal,
    mirror,
    alertMirror,
    forgetAlert,
    polling,
    parts,
    detail,
    mergedAway,
    book,
    differences,
    summaries,
    health,
    time,
    people,
    publish,
    tell,
    settle,
    find,
    now,
    clock,
    random,
    signal,
  } = options;

  function show(keys: readonly string[]): void {
    for (const key of keys) mirror.touch(key);
    publish();
  }
  async function learn(): Promise<void> {
    show(await journal.catchUp());
  }

  async function moved(command: Command, delivered: Delivered | null): Promise<void> {
    mirror.putDefender((delivered?.defender ?? []).map(fromGraph));
    mirror.putSentinel((delivered?.sentinel ?? []).map(fromSentinel));
    mirror.putAlerts((delivered?.alerts ?? []).map(copyFromGraph));
    const { incidentKey: key } = command;
    forgetAlert(alertOfKey(key) ?? '');
    const faces = mirror.faces(key);
    if (delivered !== null) {
      const what = saidOnly.has(command.act.kind) ? 'said' : 'all';
      for (const id of [faces?.defender?.copy.id, faces?.sentinel?.copy.name])
        if (id !== undefined) parts.forget(id, what);
      const other = otherSystem[command.owner];
      if (faces?.[other]) polling.expect(other);
    }
    show(touchedBy(command));
    const incident = mirror.get(key);
    if (besideIncidents.has(command.act.kind) && incident)
      tell({ kind: 'incidents', upserts: [incident], removed: [] });
    await settle().catch((error: unknown) => console.error('onequeue: commands could not be settled', error));
  }

  const attempt = (command: Command, again: boolean) => deliver(api, command, addressesOf(command, mirror), again);
  const sender = createSender({ clock, random, now, journal, attempt, moved, learn, claims: store.claims, signal });
  const acts = createActs({ journal, mirror, sender, show, learn });

  async function look(): Promise<void> {
    await sender.keepClaims();
    for (const key of journal.waitingKeys()) sender.pump(key);
  }

  /** Until the hub ends; a failure is logged and the next time comes all the same. */
  async function everySoOften(waitMs: number, act: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      await act().catch((error: unknown) => console.error('onequeue: the journal could not be looked after', error));
      await clock.sleep(waitMs, signal).catch(() => {
        // Woken by the end of the hub.
      });
    }
  }

  return {
    acts: {
      ...createIntake({ now, mirror, journal, acts, find }),
      ...createTakeBack({ now, journal, mirror, sender, acts, show }),
      ...createTaskDesk({ journal, mirror, acts, parts, detail, now }),
      ...createRegroup({ api, mirror, alertMirror, acts, detail, now }),
      ...createHistoryDesk({
        ...{ api, store, detail, mergedAway, people, now },
        filledAt: () => health.of('defender').filledAt,
      }),
      settleDrift: createDriftDesk({ mirror, acts, now }),
      investigations: async (key) => readInvestigations(api, await found(detail, key)),
      closePreflight: (keys) => closePreflight({ api, mirror, alertMirror }, keys),
    },
    alertActs: createAlertActs({ journal, alertMirror, sender, publish, learn, now }),
    learn,
    idle: () => sender.idle(),
    start() {
      void everySoOften(trimEveryMs, () => book.trim());
      void everySoOften(lookEveryMs, look);
      void everySoOften(saveTimeEveryMs, () => time.save());
      void everySoOften(lookEveryMs, () => differences.save());
      void everySoOften(lookEveryMs, () => summaries.save());
    },
  };
}
