/** What this process holds in memory of the store and of both systems, and how the browsers hear of it. */
import type { Api } from '@/lib/api/api';
import type { Clock } from '@/lib/base/clock';
import { alertKey, withAlertActs } from '@/lib/domain/alert/alert-command';
import { createAlertMirror } from '@/lib/hub/alerts/alert-mirror';
import { createAlertQueue } from '@/lib/hub/alerts/alert-queue';
import { createKeptAlerts } from '@/lib/hub/alerts/kept-alerts';
import { createChangeFeed } from '@/lib/hub/change-feed';
import { createHistoryBook } from '@/lib/hub/incident/history-book';
import { createDifferenceBook } from '@/lib/hub/journal/difference-book';
import { openJournal } from '@/lib/hub/journal/journal';
import { createAlertIndex } from '@/lib/hub/mirror/alert-index';
import { createMirror } from '@/lib/hub/mirror/mirror';
import { createHealthBook, type HealthBook } from '@/lib/hub/mirror/source-health';
import { createSummaryBook } from '@/lib/hub/mirror/summary-book';
import { createTellHealth } from '@/lib/hub/mirror/tell-health';
import type { Tenure } from '@/lib/hub/mirror/tenure';
import type { Store } from '@/lib/store/store';

export type MemoryOptions = {
  api: Api;
  store: Store;
  now: () => Date;
  clock: Clock;
  signal: AbortSignal;
  tenure: Tenure;
  /** Takes in what other processes did. */
  catchUp: () => Promise<void>;
};

export type Memory = Awaited<ReturnType<typeof openMemory>>;

export async function openMemory({ api, store, now, clock, signal, tenure, catchUp }: MemoryOptions) {
  // Whatever others commit from here on has a higher number, and whatever has a lower one is read after this.
  await store.changes.note('start', []);
  const start = await store.changes.head();
  const journal = await openJournal(store.commands, now);
  const alertMirror = createAlertMirror({
    paint: (row) => withAlertActs(row, journal.alertChangesOf(alertKey(row.id))),
  });
  const book = createHistoryBook({ store, now });
  const differences = createDifferenceBook(store.marks);
  await differences.restore();
  const index = createAlertIndex();
  const summaries = createSummaryBook({ store, index, tenure });
  const mirror = createMirror({
    ...{ now, alertMirror, alerts: index, book, differences },
    commandsOf: journal.changesOf,
    mergeOf: journal.mergeOf,
  });
  const feed = createChangeFeed({ now, start, catchUp });
  const tellHealth = createTellHealth({ feed, health: () => health, tenure, store });
  const health: HealthBook = createHealthBook({ now, tell: tellHealth, backlog: journal.backlog });

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
    Promise.all([journal.rekey(from, to), store.incidentHistory.rekey(from, to)]).catch((error: unknown) =>
      console.error(`onequeue: ${from} could not be renamed to ${to}`, error),
    );
  }

  function publish(): void {
    book.save();
    alerts.publish.now();
    const { upserts, removed } = mirror.flush();
    for (const key of removed) rekey(key, mirror.keyOfName(key) ?? key);
    if (upserts.length + removed.length > 0) feed.publish({ kind: 'incidents', upserts, removed });
  }
  function show(keys: readonly string[]): void {
    for (const key of keys) mirror.touch(key);
    publish();
  }
  const keptAlerts = createKeptAlerts({
    ...{ store, mirror, clock, signal },
    done() {
      summaries.counted();
      publish();
    },
  });

  return {
    ...{ journal, alertMirror, mirror, book, differences, summaries, feed, health, tellHealth },
    ...{ alerts, keptAlerts, rekey, publish, show },
  };
}
