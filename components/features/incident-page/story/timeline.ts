/**
 * The alerts of an incident in the order in which things happened, with the quiet stretches between them named: a list
 * that hides a gap of nine hours between two rows tells a wrong story.
 */
import type { Alert } from '@/lib/domain/alert/alert';

export type TimelineRow =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'gap'; key: string; fromAt: string; toAt: string; gapMs: number }
  | { kind: 'alert'; key: string; alert: Alert };

/** A pause is worth a row when it is long by itself and long for this incident. */
export const gapRule = { atLeastMs: 5 * 60_000, shareOfWindow: 0.1 };

export function byTime(left: Alert, right: Alert): number {
  return (
    left.firstActivityAt.localeCompare(right.firstActivityAt) ||
    left.lastActivityAt.localeCompare(right.lastActivityAt) ||
    left.id.localeCompare(right.id)
  );
}

/** Days are UTC days; one day alone is not announced. A gap runs from the end of everything so far to the next start. */
export function timelineRows(alerts: readonly Alert[]): TimelineRow[] {
  const ordered = [...alerts].sort(byTime);
  const ends = ordered.map((alert) => Date.parse(alert.lastActivityAt));
  const first = ordered[0];
  if (first === undefined) return [];
  const windowMs = Math.max(...ends) - Date.parse(first.firstActivityAt);
  const threshold = Math.max(gapRule.atLeastMs, windowMs * gapRule.shareOfWindow);
  const severalDays = new Set(ordered.map((alert) => alert.firstActivityAt.slice(0, 10))).size > 1;

  const rows: TimelineRow[] = [];
  let quietSince: number | null = null;
  let day = '';
  for (const alert of ordered) {
    const startMs = Date.parse(alert.firstActivityAt);
    if (quietSince !== null && startMs - quietSince >= threshold) {
      const fromAt = new Date(quietSince).toISOString();
      rows.push({
        kind: 'gap',
        key: `gap ${fromAt}`,
        fromAt,
        toAt: alert.firstActivityAt,
        gapMs: startMs - quietSince,
      });
    }
    const today = alert.firstActivityAt.slice(0, 10);
    if (severalDays && today !== day) rows.push({ kind: 'day', key: `day ${today}`, day: today });
    day = today;
    rows.push({ kind: 'alert', key: alert.id, alert });
    quietSince = Math.max(quietSince ?? Number.NEGATIVE_INFINITY, Date.parse(alert.lastActivityAt), startMs);
  }
  return rows;
}
