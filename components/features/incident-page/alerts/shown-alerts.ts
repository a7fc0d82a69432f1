/** The alerts that the list shows: those in which all words are found, in the order that was asked for. */
import type { AlertSort } from '@/components/features/incident-page/incident-search';
import { byTime } from '@/components/features/incident-page/story/timeline';
import { productWords } from '@/components/vocabulary/product-words';
import type { Alert } from '@/lib/domain/alert/alert';
import { severities } from '@/lib/domain/incident/incident';

function textOf(alert: Alert): string {
  return [
    alert.title,
    alert.id,
    alert.severity,
    alert.productName,
    productWords[alert.product].name,
    alert.description ?? '',
    ...alert.techniques,
    ...alert.tactics,
    ...alert.evidence.map(({ entity }) => entity.label),
  ]
    .join('\n')
    .toLowerCase();
}

const orders: Record<AlertSort, (left: Alert, right: Alert) => number> = {
  time: byTime,
  severity: (left, right) =>
    severities.indexOf(left.severity) - severities.indexOf(right.severity) || byTime(left, right),
};

export function shownAlerts(alerts: readonly Alert[], find: string, sort: AlertSort): Alert[] {
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean);
  const found =
    words.length === 0
      ? [...alerts]
      : alerts.filter((alert) => {
          const text = textOf(alert);
          return words.every((word) => text.includes(word));
        });
  return found.sort(orders[sort]);
}
