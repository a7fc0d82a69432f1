/** What Microsoft's products say about a piece of evidence, and what became of it. */
import type { Evidence } from '@/lib/domain/alert/alert';

export type EvidenceVerdictKind = Evidence['verdict'];

export const evidenceVerdictWords = {
  malicious: 'Malicious',
  suspicious: 'Suspicious',
  noThreatsFound: 'No threats found',
  unknown: 'No verdict',
} as const satisfies Record<EvidenceVerdictKind, string>;

/** Graph `evidenceRemediationStatus`. */
const remediations: Readonly<Record<string, string>> = {
  none: 'None taken',
  active: 'Active',
  blocked: 'Blocked',
  declined: 'Declined',
  notFound: 'Not found',
  partiallyRemediated: 'Partially remediated',
  pendingApproval: 'Pending approval',
  prevented: 'Prevented',
  remediated: 'Remediated',
  running: 'Running',
  unremediated: 'Not remediated',
};

/** Graph `evidenceRole`. */
const roles: Readonly<Record<string, string>> = {
  added: 'Added',
  attacked: 'Attacked',
  attacker: 'Attacker',
  commandAndControl: 'Command and control',
  compromised: 'Compromised',
  contextual: 'Contextual',
  created: 'Created',
  destination: 'Destination',
  edited: 'Edited',
  loaded: 'Loaded',
  policyViolator: 'Policy violator',
  scanned: 'Scanned',
  source: 'Source',
  suspicious: 'Suspicious',
  unknown: 'Unknown',
};

/** Values that Microsoft adds later are shown as they came. */
export function remediationWord(remediation: string): string {
  return remediations[remediation] ?? remediation;
}

export function roleWord(role: string): string {
  return roles[role] ?? role;
}
