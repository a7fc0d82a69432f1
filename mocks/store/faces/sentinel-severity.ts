/** Severities as Sentinel writes them. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { SentinelAlertSeverity } from '@/lib/wire/sentinel/alert';

/** Graph's `unknown` has no Sentinel value; Informational is the one that alarms nobody. */
export const sentinelSeverities: Record<GraphAlert['severity'], SentinelAlertSeverity> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Informational',
  unknownFutureValue: 'Informational',
};
