/**
 * Whether incidents of all severities reach Sentinel. Microsoft's APIs do not tell how *Sync all severities* is set
 * (the connector's swagger has no such property), so it is concluded from what arrives, the newest counting most:
 * what arrived before somebody set a filter says nothing of the filter.
 */
import type { Severity } from '@/lib/domain/incident/incident';
import type { SeverityFacts } from '@/lib/domain/trace/incident-steps';

/** How incidents of one severity fare. Times are ISO 8601 UTC. */
export type SeverityArrivals = SeverityFacts & {
  /** When the newest incident that arrived was created; null while none did. */
  newestArrivedAt: string | null;
  /** When the first of those was created that are newer than that and did not arrive; null when there are none. */
  stoppedAt: string | null;
};

export type SeverityChoice =
  /** The newest of every severity that Defender had in the last week arrived. */
  | { kind: 'all'; seen: Severity[] }
  /** The newest of these did not arrive although later ones of other severities did. */
  | { kind: 'filtered'; kept: Severity[] }
  /** The newest of these did not arrive, and nothing after them: a filter or an outage. */
  | { kind: 'stalled'; kept: Severity[] }
  /** There was nothing to judge by. */
  | { kind: 'unknown' };

export function severityChoice(facts: readonly SeverityArrivals[]): SeverityChoice {
  if (facts.length === 0) return { kind: 'unknown' };
  const stopped = facts.filter(({ stoppedAt }) => stoppedAt !== null);
  if (stopped.length === 0) return { kind: 'all', seen: facts.map(({ severity }) => severity) };
  const overtaken = ({ severity, stoppedAt }: SeverityArrivals): boolean =>
    facts.some((other) => other.severity !== severity && (other.newestArrivedAt ?? '') > (stoppedAt ?? ''));
  const kept = stopped.filter(overtaken).map(({ severity }) => severity);
  if (kept.length > 0) return { kind: 'filtered', kept };
  return { kind: 'stalled', kept: stopped.map(({ severity }) => severity) };
}
