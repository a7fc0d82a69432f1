/** What incidents can be filtered and sorted by. https://learn.microsoft.com/graph/api/security-list-incidents */
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import type { GraphIncidentRecord } from '@/mocks/store/records/graph-incident-record';

export const incidentFilterFields: FilterFields<GraphIncidentRecord> = {
  assignedTo: { type: 'text', read: ({ fields }) => fields.assignedTo },
  classification: { type: 'enum', read: ({ fields }) => fields.classification },
  createdDateTime: { type: 'time', read: ({ fields }) => fields.createdDateTime },
  determination: { type: 'enum', read: ({ fields }) => fields.determination },
  lastUpdateDateTime: { type: 'time', read: ({ fields }) => fields.lastUpdateDateTime },
  severity: { type: 'enum', read: ({ fields }) => fields.severity },
  status: { type: 'enum', read: ({ fields }) => fields.status },
};

/** Sorting isn't in Microsoft's list of options; its own connectors use it on these. */
export const incidentOrderFields: FilterFields<GraphIncidentRecord> = {
  createdDateTime: { type: 'time', read: ({ fields }) => fields.createdDateTime },
  lastUpdateDateTime: { type: 'time', read: ({ fields }) => fields.lastUpdateDateTime },
};
