/** The picture over the timeline: a lane per product on one true, linear time axis. Positions are shares of the window, 0 to 1. */

import type { Alert } from '@/lib/domain/alert/alert';
import type { AlertWindow } from '@/lib/domain/alert/alert-window';
import { type Severity, severities } from '@/lib/domain/incident/incident';
import type { Product } from '@/lib/domain/source/source';

/** One mark: an alert, or several that start too close to each other to be told apart. */
export type LaneMark = { from: number; to: number; severity: Severity; alerts: Alert[] };
export type Lane = { product: Product; count: number; marks: LaneMark[] };
export type Tick = { at: string; position: number };

/** Marks nearer than this share of the window are drawn as one with a count. */
const nearShare = 0.02;

function worst(left: Severity, right: Severity): Severity {
  return severities.indexOf(left) <= severities.indexOf(right) ? left : right;
}

/** Lanes in the order of their first alert: read from top to bottom they tell who saw it when. */
export function lanes(alerts: readonly Alert[], window: AlertWindow): Lane[] {
  const start = Date.parse(window.start);
  const spanMs = Math.max(1, Date.parse(window.end) - start);
  const share = (time: string) => Math.min(1, Math.max(0, (Date.parse(time) - start) / spanMs));
  const byProduct = new Map<Product, Lane>();
  for (const alert of [...alerts].sort((a, b) => a.firstActivityAt.localeCompare(b.firstActivityAt))) {
    const lane = byProduct.get(alert.product) ?? { product: alert.product, count: 0, marks: [] };
    byProduct.set(alert.product, lane);
    lane.count += 1;
    const from = share(alert.firstActivityAt);
    const to = Math.max(from, share(alert.lastActivityAt));
    const last = lane.marks.at(-1);
    if (last !== undefined && from - last.from < nearShare) {
      last.alerts.push(alert);
      last.to = Math.max(last.to, to);
      last.severity = worst(last.severity, alert.severity);
    } else {
      lane.marks.push({ from, to, severity: alert.severity, alerts: [alert] });
    }
  }
  return [...byProduct.values()];
}

const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 43_200].map(
  (count) => count * minute,
);

/** Round times inside the window, at most `most` of them. */
export function ticks(window: AlertWindow, most = 7): Tick[] {
  const start = Date.parse(window.start);
  const end = Date.parse(window.end);
  if (end <= start) return [{ at: window.start, position: 0 }];
  const step = steps.find((candidate) => (end - start) / candidate <= most - 1) ?? (end - start) / (most - 1);
  const found: Tick[] = [];
  for (let ms = Math.ceil(start / step) * step; ms <= end; ms += step) {
    found.push({ at: new Date(ms).toISOString(), position: (ms - start) / (end - start) });
  }
  return found;
}
