/** One alert, whichever product raised it and whichever system told us. */
import type { AlertLink } from '@/lib/domain/alert/alert-link';
import type { Entity } from '@/lib/domain/entity/entity';
import type { Severity } from '@/lib/domain/incident/incident';
import type { Product, System } from '@/lib/domain/source/source';

/** In the order of the work; `unknown` is what a system did not say, or said in a newer word. */
export const alertStatuses = ['new', 'inProgress', 'resolved', 'unknown'] as const;
export type AlertStatus = (typeof alertStatuses)[number];

/** One piece of evidence: an entity, in the part it played in this alert. */
export type Evidence = {
  entity: Entity;
  /** Graph `roles`, e.g. `compromised`, `source`. */
  roles: string[];
  verdict: 'malicious' | 'suspicious' | 'noThreatsFound' | 'unknown';
  /** Graph `remediationStatus`, e.g. `active`, `blocked`. */
  remediation: string;
  createdAt: string | null;
};

export type Alert = {
  /** Graph alert id, or Sentinel `systemAlertId` for an alert that only Sentinel shows. */
  id: string;
  title: string;
  description: string | null;
  severity: Severity;
  status: AlertStatus;
  product: Product;
  /** The product's own name as Microsoft writes it, e.g. `Microsoft Entra ID Protection`. */
  productName: string;
  /** Graph `detectionSource`, e.g. `scheduledAlerts`; null from Sentinel. */
  detectionSource: string | null;
  systems: System[];
  webUrl: string | null;
  tactics: string[];
  techniques: string[];
  assignee: string | null;
  evidence: Evidence[];
  recommendedActions: string | null;
  firstActivityAt: string;
  lastActivityAt: string;
  createdAt: string;
  incidentKey: string | null;
  /** Graph `investigationState`, e.g. `pendingApproval`; absent where Defender tells none. */
  investigation?: string;
  /** Why it is in its incident; absent where nobody says so. */
  link?: AlertLink;
};
