/**
 * How many incidents alerts of one rule would have made. An incident takes the rule's alerts for as long as its grouping
 * says, counted from when it was made, and at most 150 of them; nobody closes it meanwhile.
 * https://learn.microsoft.com/azure/sentinel/create-analytics-rules#alert-grouping
 */
import { isoDurationMs } from '@/lib/base/iso-duration';
import type { PastAlert } from '@/lib/domain/rule/raise-alerts';
import { type GroupingChoice, groupingChoices, type RuleGrouping } from '@/lib/domain/rule/rule';

/** A further alert makes a new incident. */
export const mostAlertsPerIncident = 150;

/** Alerts with the same text match. Those without any entity are all alike. */
function likenessOf(alert: PastAlert, choice: GroupingChoice, grouping: RuleGrouping): string {
  switch (choice) {
    case 'alert':
    case 'allAlerts':
      return '';
    case 'allEntities':
      return JSON.stringify(Object.entries(alert.entities).sort(([left], [right]) => (left < right ? -1 : 1)));
    case 'selected':
      return JSON.stringify([
        grouping.entities.map((entity) => alert.entities[entity] ?? []),
        grouping.alertDetails.map((detail) => alert[detail]),
        grouping.customDetails.map((name) => alert.customDetails[name] ?? []),
      ]);
  }
}

/** `alerts` oldest first. */
export function countIncidents(alerts: readonly PastAlert[], choice: GroupingChoice, grouping: RuleGrouping): number {
  if (choice === 'alert') return alerts.length;
  const lookbackMs = isoDurationMs(grouping.lookback) ?? 0;
  // Of incidents that match an alert the newest takes it; an older one is full or too old by then.
  const newest = new Map<string, { madeMs: number; alerts: number }>();
  let count = 0;
  for (const alert of alerts) {
    const likeness = likenessOf(alert, choice, grouping);
    const atMs = Date.parse(alert.at);
    const known = newest.get(likeness);
    if (known !== undefined && known.madeMs >= atMs - lookbackMs && known.alerts < mostAlertsPerIncident) {
      known.alerts += 1;
      continue;
    }
    newest.set(likeness, { madeMs: atMs, alerts: 1 });
    count += 1;
  }
  return count;
}

/** For all four choices at once, so that they can be compared. */
export function countEachWay(
  alerts: readonly PastAlert[],
  grouping: RuleGrouping,
): Readonly<Record<GroupingChoice, number>> {
  const counts = { alert: 0, allEntities: 0, allAlerts: 0, selected: 0 };
  for (const choice of groupingChoices) counts[choice] = countIncidents(alerts, choice, grouping);
  return counts;
}
