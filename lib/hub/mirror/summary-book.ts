/**
 * What the alerts of each incident say about it, kept through a restart: the queue is shown by it while the alerts
 * themselves, ten times as many, are still being read. It is written some seconds after them, so a process that was
 * killed leaves it a little behind; the next one finds that out when it has read the alerts.
 */
import type { AlertIndex } from '@/lib/hub/mirror/alert-index';
import type { Tenure } from '@/lib/hub/mirror/tenure';
import { LeaseLost } from '@/lib/store/leases';
import type { Store } from '@/lib/store/store';

/** Raised when what is kept can no longer be read as what it was. */
const version = 1;
const mark = 'alert-summaries';

export type SummaryBook = {
  /** What an earlier run kept; false when there is nothing, or not all of it. */
  restore(): Promise<boolean>;
  /** The alerts themselves are counted from now on. */
  counted(): void;
  /** Stores what changed since the last time, if this is the process that writes. */
  save(): Promise<void>;
};

export type SummaryBookOptions = {
  store: Pick<Store, 'alertSummaries' | 'marks'>;
  index: Pick<AlertIndex, 'keep' | 'takeUnsaved' | 'putBack'>;
  tenure: Pick<Tenure, 'holds' | 'write'>;
};

export function createSummaryBook({ store, index, tenure }: SummaryBookOptions): SummaryBook {
  /** Whether the store holds a summary of every incident that has alerts. */
  let isWhole = false;
  let isCounted = false;

  return {
    async restore() {
      isWhole = (await store.marks.read(mark)) === version;
      if (isWhole) for await (const summaries of store.alertSummaries.all()) index.keep(summaries);
      return isWhole;
    },
    counted() {
      isCounted = true;
    },
    async save() {
      if (!isCounted || !tenure.holds()) return;
      const summaries = index.takeUnsaved();
      if (summaries.length === 0 && isWhole) return;
      try {
        await tenure.write(async (tables) => {
          await tables.alertSummaries.put(summaries);
          if (!isWhole) await tables.marks.write(mark, version);
        });
        isWhole = true;
      } catch (error) {
        index.putBack(summaries.map(([key]) => key));
        // Another process writes now, and this one again when it follows.
        if (!(error instanceof LeaseLost)) throw error;
      }
    },
  };
}
