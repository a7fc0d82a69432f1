/**
 * The alerts that an earlier run kept, read into memory behind the incidents: the queue is shown meanwhile, and whoever
 * wants the alerts themselves waits here. What comes to be known of alerts before the end is put off until then (see
 * `Mirror.putAlerts`), so that the newer always comes upon the older.
 */
import type { Clock } from '@/lib/base/clock';
import { nextTask } from '@/lib/base/next-task';
import { fromStored } from '@/lib/hub/alerts/alert-copy';
import { HubError } from '@/lib/hub/hub-error';
import type { Mirror } from '@/lib/hub/mirror/mirror';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { Store } from '@/lib/store/store';

export type KeptAlerts = {
  /** Reads them now. Rejects with a `HubError` when they cannot be read; then nothing is lost, and it may be tried again. */
  read(): Promise<void>;
  /** The same in the background, again and again until it succeeds. */
  readMeanwhile(): void;
  /** There are none. */
  skip(): Promise<void>;
  /** Resolves when they are in memory. Rejects while they cannot be read, and when the hub ends. */
  ready(): Promise<void>;
  /** Resolves when nothing is being read any more. */
  idle(): Promise<void>;
};

export type KeptAlertsOptions = {
  store: Pick<Store, 'alertBriefs'>;
  mirror: Pick<Mirror, 'restoreAlerts' | 'countAlerts'>;
  /** They are in memory. */
  done: () => void;
  clock: Pick<Clock, 'sleep'>;
  signal: AbortSignal;
};

const tryAgainMs = 5_000;
/** Whoever waited for the start is answered first. */
const firstAnswersMs = 500;
/** An answer that is being sent wants several turns; where nothing waits they take no time. */
const turnsForOthers = 3;

export function createKeptAlerts({ store, mirror, done, clock, signal }: KeptAlertsOptions): KeptAlerts {
  let reading: Promise<void> = Promise.resolve();
  let background: Promise<void> = Promise.resolve();

  async function readAll(): Promise<void> {
    try {
      for await (const briefs of store.alertBriefs.all()) {
        signal.throwIfAborted();
        mirror.restoreAlerts(briefs.map(fromStored));
        for (let turn = 0; turn < turnsForOthers; turn += 1) await nextTask();
      }
    } catch (error) {
      if (signal.aborted) throw error;
      const reason = `The alerts that this console kept cannot be read: ${reasonOf(error)}. Their incidents are shown as they were counted last.`;
      throw new HubError('unavailable', reason, { cause: error });
    }
    await mirror.countAlerts();
    done();
  }

  function attempt(work: () => Promise<void>): Promise<void> {
    reading = work();
    reading.catch(() => {
      // Whoever waits for them hears of it.
    });
    return reading;
  }

  async function untilRead(): Promise<void> {
    for (let waitMs = firstAnswersMs; !signal.aborted; waitMs = tryAgainMs) {
      try {
        return await attempt(() => clock.sleep(waitMs, signal).then(readAll));
      } catch (error) {
        if (signal.aborted) return;
        console.error('onequeue: the kept alerts could not be read', error);
      }
    }
  }

  return {
    read: () => attempt(readAll),
    readMeanwhile() {
      background = untilRead();
    },
    skip: () =>
      attempt(async () => {
        await mirror.countAlerts();
        done();
      }),
    ready: () => reading,
    idle: () => background,
  };
}
