/**
 * Whether incidents of all severities reach Sentinel. Microsoft's APIs do not tell how *Sync all severities* is set
 * (the connector's swagger has no such property), so it is concluded from what arrives.
 */
import type { Severity } from '@/lib/domain/incident/incident';
import type { SeverityFacts } from '@/lib/domain/trace/incident-steps';

export type SeverityChoice =
  /** Of every severity that Defender had in the last week something arrived. */
  | { kind: 'all'; seen: Severity[] }
  /** Nothing of these arrived although others did. */
  | { kind: 'filtered'; kept: Severity[] }
  /** Nothing arrived, or there was nothing to judge by. */
  | { kind: 'unknown' };

export function severityChoice(facts: readonly SeverityFacts[]): SeverityChoice {
  const arrived = facts.filter((each) => each.arrived > 0).map(({ severity }) => severity);
  if (arrived.length === 0) return { kind: 'unknown' };
  const kept = facts.filter((each) => each.arrived === 0 && each.missing > 0).map(({ severity }) => severity);
  return kept.length === 0 ? { kind: 'all', seen: arrived } : { kind: 'filtered', kept };
}
