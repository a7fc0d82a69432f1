/** What alerts can be filtered and sorted by. https://learn.microsoft.com/graph/api/security-list-alerts_v2 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

/** The two kinds of evidence that Microsoft's migration page filters by. */
const evidencePaths: Record<string, (alert: GraphAlert) => (string | null | undefined)[]> = {
  'microsoft.graph.security.userEvidence/userAccount/userPrincipalName': (alert) =>
    (alert.evidence ?? []).map((one) =>
      one['@odata.type'] === '#microsoft.graph.security.userEvidence' ? one.userAccount?.userPrincipalName : null,
    ),
  'microsoft.graph.security.deviceEvidence/deviceDnsName': (alert) =>
    (alert.evidence ?? []).map((one) =>
      one['@odata.type'] === '#microsoft.graph.security.deviceEvidence' ? one.deviceDnsName : null,
    ),
};

export const alertFilterFields: FilterFields<AlertRecord> = {
  assignedTo: { type: 'text', read: ({ graph }) => graph.assignedTo },
  classification: { type: 'enum', read: ({ graph }) => graph.classification },
  determination: { type: 'enum', read: ({ graph }) => graph.determination },
  createdDateTime: { type: 'time', read: ({ graph }) => graph.createdDateTime },
  lastUpdateDateTime: { type: 'time', read: ({ graph }) => graph.lastUpdateDateTime },
  severity: { type: 'enum', read: ({ graph }) => graph.severity },
  serviceSource: { type: 'enum', read: ({ graph }) => graph.serviceSource },
  status: { type: 'enum', read: ({ graph }) => graph.status },
  evidence: { type: 'collection', read: ({ graph }, path) => evidencePaths[path]?.(graph) },
};

export const alertOrderFields: FilterFields<AlertRecord> = {
  createdDateTime: { type: 'time', read: ({ graph }) => graph.createdDateTime },
  lastUpdateDateTime: { type: 'time', read: ({ graph }) => graph.lastUpdateDateTime },
};
