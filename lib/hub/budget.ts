/**
 * How often the mirror asks, so that the tenant's quotas stay with the tenant. lib/api enforces Microsoft's limits;
 * these intervals keep us far below them, because other tools and analysts' portals share the same quotas.
 *
 * - Graph security, 150 requests a minute (https://learn.microsoft.com/graph/throttling-limits):
 *   incidents every 5 s = 12, twice that in a minute in which something changes (a second page proves the end) = 24;
 *   alerts every 10 s = 6 to 12. Together 18 to 36 of 150.
 * - Azure Resource Manager, 250 reads in 10 s and SecurityInsights' 100 reads in 5 minutes for the parts of an incident
 *   (https://learn.microsoft.com/rest/api/securityinsights/request-limits-and-throttling):
 *   incidents every 10 s = 30 in 5 minutes, and the list is not even among the counted operations.
 *   Alerts, entities and comments of one incident are read only when it is opened and kept for `detailTtlMs`.
 * - Log Analytics, 200 queries in 30 s per user (https://learn.microsoft.com/azure/azure-monitor/service-limits):
 *   the alerts that only the workspace knows, one query a minute.
 */
export const budget = {
  defenderIncidentsMs: 5_000,
  defenderAlertsMs: 10_000,
  sentinelIncidentsMs: 10_000,
  sentinelAlertsMs: 60_000,
  /** An opened incident asks SecurityInsights for three parts; kept this long unless the incident changed. */
  detailTtlMs: 60_000,
  /** Replicas of Microsoft's stores may show a change a little later than its timestamp says. */
  overlapMs: 10_000,
  /** A system that fails is asked less often, up to this. */
  longestPauseMs: 60_000,
  /** After a write, the other system is looked at this soon, then at its usual pace. */
  afterWriteMs: [1_000, 3_000, 6_000],
} as const;
