/**
 * A queue under an analyst's hands: while a row is under the cursor, rows change in place but never move, come or go.
 * What would have changed is counted and waits for "show", a new filter or a new sort.
 */

/** What the screen does not show yet because a row is under the cursor. */
export type Waiting = {
  /** Rows that match the filter and are not shown yet. */
  added: number;
  /** Shown rows that no longer match the filter. */
  left: number;
  /** Whether the shown rows would stand in another order. */
  moved: boolean;
};

/** Of a queue that shows everything. */
export const nothingWaiting: Waiting = { added: 0, left: 0, moved: false };

/**
 * `held` are the rows as they stand on the screen, `fresh` is how the queue would be drawn now, `now` gives the current
 * row of a key. A held row that no longer exists (merged away or deleted) leaves at once: there is nothing left to show.
 */
export function holdOrder<Row>(
  held: readonly Row[],
  fresh: readonly Row[],
  now: (key: string) => Row | undefined,
  keyOf: (row: Row) => string,
): { rows: Row[]; waiting: Waiting } {
  const rows = held.flatMap((row) => now(keyOf(row)) ?? []);
  const shown = new Set(rows.map(keyOf));
  const matching = new Set(fresh.map(keyOf));
  const stay = rows.filter((row) => matching.has(keyOf(row)));
  const freshStay = fresh.filter((row) => shown.has(keyOf(row)));
  return {
    rows,
    waiting: {
      added: fresh.length - freshStay.length,
      left: rows.length - stay.length,
      moved: stay.some((row, at) => {
        const other = freshStay[at];
        return other === undefined || keyOf(other) !== keyOf(row);
      }),
    },
  };
}

/** `3 new · 1 no longer matches`, or null when nothing waits. */
export function waitingText({ added, left, moved }: Waiting): string | null {
  const parts = [
    added > 0 ? `${added} new` : null,
    left > 0 ? `${left} no longer match${left === 1 ? 'es' : ''}` : null,
    moved && added === 0 && left === 0 ? 'order changed' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
