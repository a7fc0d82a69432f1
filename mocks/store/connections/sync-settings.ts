/** How the sync between Defender and Sentinel is set, and how it is doing. */

export const syncedSeverities = ['informational', 'low', 'medium', 'high'] as const;
export type SyncedSeverity = (typeof syncedSeverities)[number];

export type SyncSettings = {
  /** Nothing travels while it is; it all travels afterwards. Nobody chooses this: it is an outage at Microsoft. */
  readonly paused: boolean;
  /** From a change on one side to the other. */
  readonly changeMs: number;
  /** From a new Defender incident to its twin in the workspace. */
  readonly arrivalMs: number;
  /** Incidents of these severities arrive in Sentinel; 'all' is Microsoft's "Sync all severities". */
  readonly severities: 'all' | readonly SyncedSeverity[];
};

export type SyncStatus = {
  /** Changes, comments, alerts and incidents that wait to be carried. */
  readonly backlog: number;
  /** When something last reached the other side; null when nothing has since the tenant started. */
  readonly lastSuccessAt: string | null;
  /** Incidents that only the severity filter keeps out of Sentinel. */
  readonly filtered: number;
};

export const usualSync: SyncSettings = { paused: false, changeMs: 8_000, arrivalMs: 150_000, severities: 'all' };
