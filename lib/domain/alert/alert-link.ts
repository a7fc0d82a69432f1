/**
 * Why Defender put an alert into its incident. Graph's alert has no property for it; where the tenant tells it, it
 * stands in the open dictionary `additionalData`: members of `correlationReason`, and the entities in common.
 * https://learn.microsoft.com/defender-xdr/alerts-incidents-correlation
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

export type AlertLink = {
  /** Members of Graph's `correlationReason`, e.g. `sameActor`. */
  reasons: string[];
  /** What the alerts have in common, e.g. `user alex@contoso.com`. Attacker-controlled text. */
  by: string[];
};

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

/** A flags enum travels as one text with commas. */
function reasonsOf(value: unknown): string[] {
  const all = typeof value === 'string' ? value.split(',') : texts(value);
  return [...new Set(all.map((reason) => reason.trim()).filter((reason) => reason !== ''))];
}

/** Null when the reply does not say. */
export function linkFromGraph(alert: Pick<GraphAlert, 'additionalData'>): AlertLink | null {
  const reasons = reasonsOf(alert.additionalData?.CorrelationReasons);
  const by = texts(alert.additionalData?.CorrelatedBy);
  return reasons.length + by.length === 0 ? null : { reasons, by };
}
