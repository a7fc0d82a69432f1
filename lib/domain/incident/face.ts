/**
 * One system's view of an incident, in our words, before the two views are merged. Both systems have the same fields
 * under other names; what only one of them knows stands in its own type.
 */
import type {
  Assignee,
  DefenderCopy,
  IncidentStatus,
  SentinelCopy,
  Severity,
  Tag,
  Verdict,
} from '@/lib/domain/incident/incident';
import type { Product } from '@/lib/domain/source/source';

/** What both systems know of an incident. Times are ISO 8601 UTC. */
export type IncidentFace = {
  title: string;
  description: string | null;
  status: IncidentStatus;
  severity: Severity;
  verdict: Verdict | null;
  assignee: Assignee | null;
  tags: Tag[];
  createdAt: string;
  updatedAt: string;
  /** Who changed it last, as the system says it; null from Sentinel, which doesn't. */
  modifiedBy: string | null;
};

/** Defender's view. Alerts, products and tactics are not in it: they come from the alerts. */
export type DefenderFace = IncidentFace & {
  copy: DefenderCopy;
  priorityScore: number | null;
  /** Defender id of the incident this one was merged into. */
  redirectedTo: string | null;
};

/** Sentinel's view, with the sums over its alerts that Sentinel itself makes. */
export type SentinelFace = IncidentFace & {
  copy: SentinelCopy;
  /** Defender's id of the same incident; null for an incident that only Sentinel knows. */
  twin: string | null;
  alertCount: number;
  products: Product[];
  tactics: string[];
  firstActivityAt: string | null;
  lastActivityAt: string | null;
};
