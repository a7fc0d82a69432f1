/** Severities and alert states as Sentinel and the log tables write them. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { SentinelAlertSeverity, SentinelAlertStatus } from '@/lib/wire/sentinel/alert';

/** Graph's `unknown` has no Sentinel value; Informational is the one that alarms nobody. */
export const sentinelSeverities: Record<GraphAlert['severity'], SentinelAlertSeverity> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
  unknown: 'Informational',
  unknownFutureValue: 'Informational',
};

export const sentinelAlertStates: Record<GraphAlert['status'], SentinelAlertStatus> = {
  new: 'New',
  inProgress: 'InProgress',
  resolved: 'Resolved',
  unknown: 'Unknown',
  unknownFutureValue: 'Unknown',
};
