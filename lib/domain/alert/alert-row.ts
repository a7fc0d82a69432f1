/**
 * An alert as the alert queue lists it: what is needed to choose, sort and triage, without its evidence. Plain JSON.
 * A tenant has a hundred thousand of them, so nothing long is in it; the opened alert is an `AlertDetail`.
 */
import type { AlertStatus } from '@/lib/domain/alert/alert';
import type { FieldSync, Severity, Verdict } from '@/lib/domain/incident/incident';
import type { Product, System } from '@/lib/domain/source/source';

/** What an analyst can change on an alert (Graph `alerts_v2` PATCH). */
export const alertFields = ['status', 'assignee', 'verdict'] as const;
export type AlertField = (typeof alertFields)[number];

export type AlertRow = {
  /** Graph alert id, or Sentinel's `SystemAlertId` for an alert that Graph does not show. */
  id: string;
  title: string;
  severity: Severity;
  status: AlertStatus;
  product: Product;
  /** Graph `detectionSource`, e.g. `scheduledAlerts`. */
  detectionSource: string | null;
  /** The system that answers for it: `sentinel` only where Defender does not show the alert. */
  system: System;
  /** Kill-chain order, Microsoft's spelling; what is no tactic (`SuspiciousActivity`) stands last. */
  tactics: readonly string[];
  /** MITRE technique ids. */
  techniques: readonly string[];
  /** Key of the incident that holds it; null for an alert outside of incidents. */
  incidentKey: string | null;
  /** Free text in Graph, in practice a UPN. */
  assignee: string | null;
  verdict: Verdict | null;
  /** Names of users and devices in its evidence, the compromised ones first. Attacker-controlled text. */
  users: readonly string[];
  devices: readonly string[];
  createdAt: string;
  firstActivityAt: string;
  lastActivityAt: string;
  updatedAt: string;
  /** What this console asked for and Defender does not show yet, or refused. */
  sync: Partial<Record<AlertField, FieldSync>>;
};

/** What an analyst may ask for in one command. Absent means untouched; `assignee: null` means unassign. */
export type AlertChanges = {
  status?: Exclude<AlertRow['status'], 'unknown'>;
  assignee?: string | null;
  /** Its comment becomes a comment of the alert: Graph's alert has no closing note of its own. */
  verdict?: Verdict;
};
