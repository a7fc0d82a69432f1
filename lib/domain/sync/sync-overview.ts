/** What is known of the sync between Defender and Sentinel: how it is set, as Microsoft's APIs say, and how it goes, as the console measured. */
import type { Severity, SyncedField } from '@/lib/domain/incident/incident';
import type { SeverityArrivals } from '@/lib/domain/sync/severity-choice';
import type { Unread } from '@/lib/domain/trace/rule-steps';

/** The workspace's data connector of the kind `MicrosoftThreatProtection`; states are Microsoft's words, null: not mentioned. */
export type XdrConnector = {
  incidents: string | null;
  alerts: string | null;
  /** Only alerts of these products are carried; empty: of all. */
  alertProviders: string[];
};

/** What `SentinelHealth` said last of one table that the connector fills. */
export type ConnectorHealth = { table: string; at: string; status: string; reason: string };

/** MB of one table as the workspace's `Usage` has them. */
export type TableCharge = { table: string; billedMb: number; freeMb: number };

/** When something newest reached the workspace; null: nothing within the time that was looked at. */
export type NewestRows = { alerts: string | null; entities: string | null; incidents: string | null };

/** How the sync is set, by Microsoft's APIs; `Unread` where one of them did not answer. Times are ISO 8601 UTC. */
export type SyncSettings = {
  readAt: string;
  workspaceName: string;
  onboarded: boolean | Unread;
  /** Null: the workspace has none. */
  connector: XdrConnector | null | Unread;
  /** Directories whose people and devices are synced; empty: none. */
  entityProviders: string[] | Unread;
  newest: NewestRows | Unread;
  health: ConnectorHealth[] | Unread;
  /** Of the last 31 days; empty when `Usage` says nothing of these tables. */
  charges: TableCharge[] | Unread;
};

/** A Defender incident that Sentinel does not have. */
export type MissingTwin = { key: string; title: string; severity: Severity; createdAt: string };

/** How the sync goes, as the console's own mirror shows it. Times are ISO 8601 UTC. */
export type SyncMeasures = {
  measuredAt: string;
  /** Incidents that both systems have. */
  twins: number;
  /** The incident that came to Sentinel last; `tookMs` from its creation in Defender. */
  lastArrival: { key: string; at: string; tookMs: number } | null;
  /** The change of an analyst here that both systems showed last; `at` is when that was seen. */
  lastChange: { key: string; at: string; field: SyncedField } | null;
  /** Younger than Microsoft's ten minutes, oldest first. */
  waiting: MissingTwin[];
  /** Older than that, and younger than a week; newest first, at most as many as a page shows. */
  overdue: MissingTwin[];
  overdueCount: number;
  /** Fields that one system does not show yet, and the oldest of them. */
  pendingFields: number;
  pendingSince: string | null;
  /** Fields about which the systems disagree. */
  driftedFields: number;
  severities: SeverityArrivals[];
};

export type SyncOverview = { settings: SyncSettings; measures: SyncMeasures };
