/**
 * How alerts come into the mirror: first what an earlier run kept of them, piece by piece and without a word to anybody,
 * then what is known by now. What arrives in between waits, so that the newer always comes upon the older: an alert that
 * moved to another incident while the console was off is seen to move, and no older piece undoes a change.
 */
import type { AlertCopy } from '@/lib/hub/alerts/alert-copy';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { HistoryBook } from '@/lib/hub/incident/history-book';
import type { AlertIndex } from '@/lib/hub/mirror/alert-index';

export type AlertIntake = {
  /** Put off until `countAlerts`. */
  putAlerts(copies: readonly AlertCopy[]): void;
  /** What an earlier run knew of alerts. Nobody is told. */
  restoreAlerts(copies: readonly AlertCopy[]): void;
  /** All that an earlier run knew is there: from now on alerts are counted instead of what it had counted. */
  countAlerts(): Promise<void>;
};

export type AlertIntakeOptions = {
  alertMirror: AlertMirror;
  index: Pick<AlertIndex, 'put' | 'recount'>;
  book: Pick<HistoryBook, 'alert'>;
  /** An incident's alerts say something else now. */
  changed: (incidentKey: string) => void;
};

export function createAlertIntake({ alertMirror, index, book, changed }: AlertIntakeOptions): AlertIntake {
  /** Null since what an earlier run kept is there. */
  let early: AlertCopy[] | null = [];

  function take(copies: readonly AlertCopy[]): void {
    const homes = new Map(copies.map(({ row }) => [row.id, alertMirror.get(row.id)?.incidentKey ?? null]));
    alertMirror.put(copies);
    for (const copy of copies) {
      const row = alertMirror.get(copy.row.id);
      const from = homes.get(copy.row.id) ?? null;
      if (row !== undefined && from !== null && from !== row.incidentKey)
        book.alert({ id: row.id, from, to: row.incidentKey, at: row.updatedAt });
      // Sentinel counts the alerts of its own incidents itself, those that are too old for its log included.
      if (row?.system === 'defender') for (const key of index.put(row)) changed(key);
    }
  }

  return {
    putAlerts(copies) {
      if (early === null) take(copies);
      else for (const copy of copies) early.push(copy);
    },
    restoreAlerts(copies) {
      alertMirror.put(copies);
      alertMirror.flush();
      for (const copy of copies) {
        const row = alertMirror.get(copy.row.id);
        if (row?.system === 'defender') index.put(row);
      }
    },
    async countAlerts() {
      for (const key of await index.recount()) changed(key);
      const waiting = early ?? [];
      early = null;
      // One by one, as they came: of two changes of the same alert the book sees both.
      for (const copy of waiting) take([copy]);
    },
  };
}
