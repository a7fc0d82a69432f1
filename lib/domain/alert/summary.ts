/** What a set of alerts says about the incident that holds them. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { AlertSummary } from '@/lib/domain/incident/merge';
import { inKillChainOrder } from '@/lib/domain/incident/tactics';
import type { Product } from '@/lib/domain/source/source';

/** The part of an alert that a queue needs; the rest is read when the incident is opened. */
export type AlertBrief = Pick<AlertRow, 'product' | 'tactics' | 'firstActivityAt' | 'lastActivityAt'>;

/** Times as the alerts have them, in ISO 8601 UTC; null when there is no alert. */
export function summarizeAlerts(alerts: readonly AlertBrief[]): AlertSummary {
  const perProduct = new Map<Product, number>();
  for (const alert of alerts) perProduct.set(alert.product, (perProduct.get(alert.product) ?? 0) + 1);
  return {
    count: alerts.length,
    products: [...perProduct.entries()].sort((left, right) => right[1] - left[1]).map(([product]) => product),
    tactics: inKillChainOrder(alerts.flatMap((alert) => alert.tactics)),
    firstActivityAt: alerts.map((alert) => alert.firstActivityAt).sort()[0] ?? null,
    lastActivityAt:
      alerts
        .map((alert) => alert.lastActivityAt)
        .sort()
        .at(-1) ?? null,
  };
}
