/** The one entity that `SecurityAlert.CompromisedEntity` names: a device before a user before an address. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';

export function compromisedEntityOf(alert: GraphAlert): string | null {
  const evidence = alert.evidence ?? [];
  for (const one of evidence) {
    if (one['@odata.type'] === '#microsoft.graph.security.deviceEvidence')
      return one.deviceDnsName ?? one.hostName ?? null;
  }
  for (const one of evidence) {
    if (one['@odata.type'] === '#microsoft.graph.security.userEvidence')
      return one.userAccount?.userPrincipalName ?? null;
  }
  for (const one of evidence) {
    if (one['@odata.type'] === '#microsoft.graph.security.ipEvidence') return one.ipAddress ?? null;
  }
  return null;
}
