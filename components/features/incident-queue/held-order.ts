/**
 * The queue under an analyst's hands: while a row is under the cursor, rows change in place but never move, come or go.
 * What would have changed is counted and waits for "show", a new filter or a new sort.
 */
import type { Incident } from '@/lib/domain/incident/incident';

export type Waiting = {
  /** Incidents that match the filter and are not shown yet. */
  added: number;
  /** Shown rows that no longer match the filter. */
  left: number;
  /** Whether the shown rows would stand in another order. */
  moved: boolean;
};

export const nothingWaiting: Waiting = { added: 0, left: 0, moved: false };

/**
 * `held` are the incidents in the order in which they stand on the screen, `fresh` is how the queue would be drawn now, `all` every known incident.
 * A held incident that no longer exists (it was merged away or deleted) leaves at once: there is nothing left to show.
 */
export function holdOrder(
  held: readonly Pick<Incident, 'key'>[],
  fresh: readonly Incident[],
  all: ReadonlyMap<string, Incident>,
): { rows: Incident[]; waiting: Waiting } {
  const rows = held.flatMap(({ key }) => all.get(key) ?? []);
  const shown = new Set(rows.map(({ key }) => key));
  const matching = new Set(fresh.map(({ key }) => key));
  const stay = rows.filter(({ key }) => matching.has(key));
  const freshStay = fresh.filter(({ key }) => shown.has(key));
  return {
    rows,
    waiting: {
      added: fresh.length - freshStay.length,
      left: rows.length - stay.length,
      moved: stay.some(({ key }, at) => freshStay[at]?.key !== key),
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
