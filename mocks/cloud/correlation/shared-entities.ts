/**
 * What an alert is about, as keys that another alert may share, and what sharing one of them says in the words of
 * Graph's `correlationReason`. Addresses inside the company and service accounts are shared by strangers and don't count.
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphCorrelationReason } from '@/lib/wire/graph-security/correlation-reason';
import type { GraphEvidence } from '@/lib/wire/graph-security/evidence';

export type EntityKey = {
  readonly kind: 'user' | 'device' | 'IP' | 'mailbox' | 'file';
  /** Lower case, the same however the product spelled it. */
  readonly id: string;
  /** For a person to read. */
  readonly label: string;
};

export const reasonOf: Record<EntityKey['kind'], GraphCorrelationReason> = {
  user: 'sameActor',
  device: 'sameAsset',
  IP: 'sharedIndicators',
  mailbox: 'sameTargetedAsset',
  file: 'similarArtifacts',
};

const inside = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i;
const serviceAccount = /^svc[-_]/i;

const key = (kind: EntityKey['kind'], id: string | null | undefined, label = id): EntityKey[] =>
  id ? [{ kind, id: id.toLowerCase(), label: label ?? id }] : [];

function keysOfEvidence(evidence: GraphEvidence): EntityKey[] {
  switch (evidence['@odata.type']) {
    case '#microsoft.graph.security.userEvidence': {
      const { userPrincipalName, accountName } = evidence.userAccount ?? {};
      return serviceAccount.test(accountName ?? '') ? [] : key('user', userPrincipalName ?? accountName);
    }
    case '#microsoft.graph.security.mailboxEvidence':
      return key('mailbox', evidence.primaryAddress);
    case '#microsoft.graph.security.deviceEvidence':
      return key('device', evidence.mdeDeviceId ?? evidence.deviceDnsName, evidence.deviceDnsName ?? evidence.hostName);
    case '#microsoft.graph.security.ipEvidence':
      return inside.test(evidence.ipAddress ?? '') ? [] : key('IP', evidence.ipAddress);
    case '#microsoft.graph.security.fileEvidence':
      return key('file', evidence.fileDetails?.sha256, evidence.fileDetails?.fileName ?? evidence.fileDetails?.sha256);
    default:
      return [];
  }
}

const text = ({ kind, id }: EntityKey): string => `${kind} ${id}`;

/** Each entity once. */
export function entityKeys(alert: GraphAlert): EntityKey[] {
  return [...new Map((alert.evidence ?? []).flatMap(keysOfEvidence).map((found) => [text(found), found])).values()];
}

export function sharedKeys(mine: readonly EntityKey[], theirs: readonly EntityKey[]): EntityKey[] {
  const known = new Set(theirs.map(text));
  return mine.filter((found) => known.has(text(found)));
}
