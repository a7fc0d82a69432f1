/**
 * Alerts of both systems as one list. A Sentinel alert reaches Defender as `sn` + its GUID, and an alert of a Defender
 * product is known to both by the product's own id for it, so twins are found without guessing by title.
 * https://learn.microsoft.com/defender-xdr/investigate-alerts (alert id prefixes)
 */
import type { Alert } from '@/lib/domain/alert/alert';

/** `providerAlertId` is how the product that raised the alert calls it: both systems keep it. */
export type ProvidedAlert = { alert: Alert; providerAlertId: string | null };

/** The part of an alert id that both systems share: without `sn`, without case. */
function commonId(id: string): string {
  return id
    .replace(/^sn(?=\{?[0-9a-f]{8}-)/iu, '')
    .replace(/[{}]/gu, '')
    .toLowerCase();
}

function namesOf({ alert, providerAlertId }: ProvidedAlert): string[] {
  return [commonId(alert.id), ...(providerAlertId ? [commonId(providerAlertId)] : [])];
}

/** Defender's alerts, marked where Sentinel shows them too, and those that Sentinel alone shows; in order of time. */
export function mergeAlerts(defender: readonly ProvidedAlert[], sentinel: readonly ProvidedAlert[]): Alert[] {
  const idOfName = new Map(defender.flatMap((one) => namesOf(one).map((name) => [name, one.alert.id] as const)));
  const merged = new Map(defender.map(({ alert }) => [alert.id, alert]));
  for (const other of sentinel) {
    const id = namesOf(other).flatMap((name) => idOfName.get(name) ?? [])[0];
    const twin = id === undefined ? undefined : merged.get(id);
    if (twin === undefined) merged.set(other.alert.id, other.alert);
    else merged.set(twin.id, { ...twin, systems: ['defender', 'sentinel'] });
  }
  return [...merged.values()].sort((left, right) => left.firstActivityAt.localeCompare(right.firstActivityAt));
}
