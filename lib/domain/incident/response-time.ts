/** How long a new incident may wait for somebody to take it, and how long it has waited. */
import type { Incident, Severity } from '@/lib/domain/incident/incident';

const hourMs = 3_600_000;

/** From its creation until somebody works on it; null where nothing is promised. */
export const responseTargetMs = {
  high: hourMs,
  medium: 4 * hourMs,
  low: 24 * hourMs,
  informational: null,
  unknown: 24 * hourMs,
} as const satisfies Record<Severity, number | null>;

/** By when somebody should have begun, in milliseconds since the epoch; null once somebody has, or when nothing is promised. */
export function responseDueMs(incident: Pick<Incident, 'status' | 'severity' | 'createdAt'>): number | null {
  const targetMs = responseTargetMs[incident.severity];
  if (incident.status !== 'new' || targetMs === null) return null;
  return Date.parse(incident.createdAt) + targetMs;
}

/** Whether nobody has begun in time; false where nothing is promised. */
export function isOverdue(incident: Pick<Incident, 'status' | 'severity' | 'createdAt'>, now: Date): boolean {
  const dueMs = responseDueMs(incident);
  return dueMs !== null && dueMs < now.getTime();
}

/**
 * Microsoft allows this long until Sentinel shows a new incident of Defender's.
 * https://learn.microsoft.com/azure/sentinel/microsoft-365-defender-sentinel-integration
 */
export const sentinelDelayMs = 10 * 60_000;

/** How long Defender has known an incident that Sentinel does not show; null when both do, or only Sentinel does. */
export function notInSentinelForMs(incident: Incident, now: Date): number | null {
  if (incident.defender === null || incident.sentinel !== null || incident.status === 'redirected') return null;
  return Math.max(0, now.getTime() - Date.parse(incident.createdAt));
}
