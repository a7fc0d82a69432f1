/**
 * The incident as an analyst thinks of it: one thing, even when Defender and Sentinel each keep a copy.
 * Everything here is plain JSON, so it travels to the browser and into the store unchanged.
 * Times are ISO 8601 UTC strings; which of the four times (event, created, ingested, synced) is in the name.
 */
import type { Product, System } from '@/lib/domain/source/source';

/** In the order of the work. `awaitingAction` is for Defender Experts to set, `redirected` for a merge. */
export const incidentStatuses = ['new', 'inProgress', 'awaitingAction', 'resolved', 'redirected'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** The gravest first. `unknown` is Graph's, and no analyst can set it. */
export const severities = ['high', 'medium', 'low', 'informational', 'unknown'] as const;
export type Severity = (typeof severities)[number];

/** What an investigation concluded. Determinations exist only on the Defender side, reasons only on the Sentinel side. */
export type Verdict = {
  classification: 'truePositive' | 'falsePositive' | 'benignPositive' | 'undetermined';
  /** Graph `determination`, e.g. `multiStagedAttack`; null when Defender has none or doesn't know the incident. */
  determination: string | null;
  /** Sentinel `classificationReason`, e.g. `SuspiciousActivity`; null when Sentinel has none. */
  reason: string | null;
  comment: string | null;
};

/** A person or a group: both portals let either own an incident, and only one of them at a time. */
export type Assignee = {
  /** A user principal name, a group's address (its name where it has none); Defender allows any text. */
  name: string;
  displayName: string | null;
  /** Entra object id; Sentinel stores it, Defender doesn't. */
  objectId: string | null;
  /** A group of the directory. Absent for people, and for texts of which only Defender knows what they mean. */
  isGroup?: true;
};

/** `analyst`: can be changed; `system`: Microsoft's own, read-only. */
export type Tag = { name: string; origin: 'analyst' | 'system' };

/** Where one system keeps its copy. */
export type DefenderCopy = { id: string; webUrl: string; updatedAt: string };

/** Where Sentinel keeps its copy, and its own time of change (ISO 8601 UTC). */
export type SentinelCopy = {
  /** The ARM resource name: a GUID. */
  name: string;
  number: number;
  webUrl: string;
  updatedAt: string;
  providerName: string;
};

/** The fields that travel between the two systems. */
export const syncedFields = ['status', 'severity', 'assignee', 'verdict', 'tags', 'title'] as const;
export type SyncedField = (typeof syncedFields)[number];

/**
 * How far one field's value has come.
 * - pending: an analyst changed it here; the owning system has not answered, or the other side does not show it yet.
 * - refused: a system said no; `reason` is what it said, the field shows the old value again.
 * - drifted: both systems answered and disagree, with no command of ours on its way.
 * - confirmed: both (or the only) systems show it. A field that was never touched and agrees has no entry.
 */
export type FieldSync = {
  state: 'pending' | 'confirmed' | 'refused' | 'drifted';
  since: string;
  /** The command that moved it, when one of ours did. */
  commandId: string | null;
  /** Which systems show the wanted value so far. */
  shownBy: System[];
  /** What the systems hold, as text for people, when they differ. */
  values?: Partial<Record<System, string>>;
  reason?: string;
  /** Whether sending the same command again makes sense (a 409 or 503 does, a 403 does not). */
  retryable?: boolean;
  /** Pending in one browser only: the console could not be told yet. Never set by the console. */
  unsent?: true;
};

export type Incident = {
  /** Defender's numeric id where Defender knows the incident, else Sentinel's GUID. Stable in URLs. */
  key: string;
  title: string;
  description: string | null;
  status: IncidentStatus;
  severity: Severity;
  verdict: Verdict | null;
  assignee: Assignee | null;
  tags: Tag[];
  defender: DefenderCopy | null;
  sentinel: SentinelCopy | null;
  /** Products whose alerts are in it, most alerts first. */
  products: Product[];
  alertCount: number;
  /** MITRE tactics in kill-chain order, Microsoft's spelling (`InitialAccess`). */
  tactics: string[];
  /** Defender's 0–100 score; null when there is none. Over 85 is top, 15–85 medium, below 15 low. */
  priorityScore: number | null;
  createdAt: string;
  updatedAt: string;
  firstActivityAt: string | null;
  lastActivityAt: string | null;
  /** The key of the incident it was merged into. */
  redirectedTo: string | null;
  sync: Partial<Record<SyncedField, FieldSync>>;
};

/** What an analyst may ask for in one command. Absent means untouched; `assignee: null` means unassign. */
export type IncidentChanges = {
  status?: Exclude<IncidentStatus, 'redirected' | 'awaitingAction'>;
  severity?: Exclude<Severity, 'unknown'>;
  assignee?: Assignee | null;
  verdict?: Verdict;
  tags?: Tag[];
  /** Only to settle a difference between the systems: titles are Microsoft's. */
  title?: string;
};
