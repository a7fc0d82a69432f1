/**
 * How often the mirror asks, so that the tenant's quotas stay with the tenant: with twenty analysts at work the console
 * uses less than half of each, because other tools and Microsoft's own portals share them. lib/api enforces the limits
 * themselves; docs/adr/0011 has the sums and e2e/contract/quota-proof.test.ts counts at the tenant's door.
 *
 * Graph security, 150 requests a minute (https://learn.microsoft.com/graph/throttling-limits); ours at most 75:
 *   deltas of incidents every 5 s = 12, twice that in a minute in which something changes (a second page proves the
 *   end) = 24; deltas of alerts every 15 s = 4 to 8; looks after writes = 6; sweeps of both lists = 6;
 *   which leaves 31 for opened incidents (one request each) and writes (one each, one more when repeated).
 *
 * SecurityInsights, 100 reads in 5 minutes for each noun, the list of incidents among them
 * (https://learn.microsoft.com/rest/api/securityinsights/request-limits-and-throttling); ours at most 50:
 *   incidents: deltas every 15 s = 20, looks after writes = 10, sweep = 10; which leaves 10 for pasted ids and for
 *   writes to incidents that only Sentinel has (each is read before it is written);
 *   alerts, entities, comments: one each per opened incident and `detailTtlMs`, so 50 incidents in 5 minutes.
 *   Writes, 75 in 5 minutes for each noun: only incidents that Defender doesn't have.
 *
 * Log Analytics, 200 queries in 30 s per user (https://learn.microsoft.com/azure/azure-monitor/service-limits):
 *   the alerts that only the workspace knows, one query a minute.
 */
export const budget = {
  defenderIncidentsMs: 5_000,
  defenderAlertsMs: 15_000,
  sentinelIncidentsMs: 15_000,
  sentinelAlertsMs: 60_000,
  /** An opened incident asks SecurityInsights for three parts; kept this long unless the incident changed. */
  detailTtlMs: 60_000,
  /** Replicas of Microsoft's stores may show a change a little later than its timestamp says. */
  overlapMs: 10_000,
  /** A system that fails is asked less often, up to this. */
  longestPauseMs: 60_000,
  /** After a write, the other system is looked at this soon, then at its usual pace. */
  afterWriteMs: [1_000, 3_000, 6_000],
  /** Looks after writes, however many are written: at most so many in any window. */
  looksAfterWrites: { most: { defender: 6, sentinel: 10 }, windowMs: { defender: 60_000, sentinel: 300_000 } },
  /** The slow reading of whole lists that finds what deltas missed: a page now and then, a rest before and after. */
  sweep: { defenderPageMs: 20_000, sentinelPageMs: 30_000, firstAfterMs: 600_000, restMs: 3_600_000 },
  /**
   * Readings that nobody waits for step back while so much of a quota is used, by whomever of this process: a first
   * fill leaves a third to the analysts, a flood of changes and a sweep then go on at a few pages a minute.
   */
  shares: {
    firstFill: { above: 0.66, pace: 0.66 },
    backlog: { above: 0.3, pace: 0.05 },
    sweep: { above: 0.3, pace: 0.05 },
  },
} as const;
