/**
 * Tells the browsers which alerts changed. A first filling or a storm changes thousands within seconds: those are not
 * named one by one, so that the log of events keeps its room for the incidents.
 */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { ChangeFeed } from '@/lib/hub/change-feed';

export type PublishAlerts = {
  /** Tells what changed; when that is too much, once in a while only. */
  now(): void;
  /** The same at the end of a reading or an act: nothing stays untold. */
  rest(): void;
};

/** Alerts that are named within a stretch of time: two pages of Graph's list. */
const mostNamed = 200;
const stretchMs = 2_000;

export function createPublishAlerts(
  alerts: Pick<AlertMirror, 'flush'>,
  feed: Pick<ChangeFeed, 'publish'>,
  nowMs: () => number,
): PublishAlerts {
  const upserts = new Map<string, AlertRow>();
  const removed = new Set<string>();
  let stretch = { fromMs: Number.NEGATIVE_INFINITY, rows: 0, toldMany: false };

  function gather(): number {
    const changed = alerts.flush();
    for (const row of changed.upserts) {
      upserts.set(row.id, row);
      removed.delete(row.id);
    }
    for (const id of changed.removed) {
      upserts.delete(id);
      removed.add(id);
    }
    return changed.upserts.length + changed.removed.length;
  }

  function tell(anyway: boolean): void {
    const rows = gather();
    const untold = upserts.size + removed.size;
    if (untold === 0) return;
    const ms = nowMs();
    if (ms - stretch.fromMs >= stretchMs) stretch = { fromMs: ms, rows: 0, toldMany: false };
    stretch.rows += rows;
    const many = untold > mostNamed || stretch.rows > mostNamed;
    if (many && stretch.toldMany && !anyway) return;
    stretch.toldMany ||= many;
    feed.publish({
      kind: 'alerts',
      upserts: many ? [] : [...upserts.values()],
      removed: many ? [] : [...removed],
      many,
    });
    upserts.clear();
    removed.clear();
  }

  return { now: () => tell(false), rest: () => tell(true) };
}
