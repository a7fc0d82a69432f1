/**
 * Alerts of both systems as one list. A Sentinel alert reaches Defender as `sn` + its GUID, and a Defender alert is
 * known to Sentinel by its provider's id, so twins are found without guessing by title.
 * https://learn.microsoft.com/defender-xdr/investigate-alerts (alert id prefixes)
 */
import type { Alert } from '@/lib/domain/alert/alert';

/** `providerAlertId` is Sentinel's note of how the product itself calls the alert. */
export type SentinelAlertTwin = { alert: Alert; providerAlertId: string | null };

/** The part of an alert id that both systems share: without `sn`, without case. */
function commonId(id: string): string {
  return id
    .replace(/^sn(?=\{?[0-9a-f]{8}-)/iu, '')
    .replace(/[{}]/gu, '')
    .toLowerCase();
}

/** Defender's alerts, enriched by being seen in Sentinel too, and those that Sentinel alone shows; in order of time. */
export function mergeAlerts(defender: readonly Alert[], sentinel: readonly SentinelAlertTwin[]): Alert[] {
  const byId = new Map(defender.map((alert) => [commonId(alert.id), alert]));
  const merged = new Map(defender.map((alert) => [alert.id, alert]));
  for (const { alert, providerAlertId } of sentinel) {
    const twin = byId.get(commonId(alert.id)) ?? (providerAlertId ? byId.get(commonId(providerAlertId)) : undefined);
    if (twin === undefined) merged.set(alert.id, alert);
    else merged.set(twin.id, { ...twin, systems: ['defender', 'sentinel'] });
  }
  return [...merged.values()].sort((left, right) => left.firstActivityAt.localeCompare(right.firstActivityAt));
}
