/** What Sentinel incidents can be filtered and sorted by: paths into `properties`. */
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { providerIncidentIdOf, providerNameOf } from '@/mocks/store/faces/sentinel-incident-face';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';

export const sentinelIncidentFields: FilterFields<SentinelIncidentRecord> = {
  name: { type: 'text', read: (record) => record.name },
  'properties/title': { type: 'text', read: (record) => record.fields.title },
  'properties/description': { type: 'text', read: (record) => record.fields.description },
  'properties/severity': { type: 'enum', read: (record) => record.fields.severity },
  'properties/status': { type: 'enum', read: (record) => record.fields.status },
  'properties/classification': { type: 'enum', read: (record) => record.fields.classification },
  'properties/classificationReason': { type: 'enum', read: (record) => record.fields.classificationReason },
  'properties/owner/objectId': { type: 'text', read: (record) => record.fields.owner.objectId },
  'properties/owner/userPrincipalName': { type: 'text', read: (record) => record.fields.owner.userPrincipalName },
  'properties/owner/email': { type: 'text', read: (record) => record.fields.owner.email },
  'properties/owner/assignedTo': { type: 'text', read: (record) => record.fields.owner.assignedTo },
  'properties/incidentNumber': { type: 'number', read: (record) => record.number },
  'properties/providerName': { type: 'text', read: providerNameOf },
  'properties/providerIncidentId': { type: 'text', read: providerIncidentIdOf },
  'properties/createdTimeUtc': { type: 'time', read: (record) => record.createdAt },
  'properties/lastModifiedTimeUtc': { type: 'time', read: (record) => record.updatedAt },
  'properties/firstActivityTimeUtc': { type: 'time', read: (record) => record.fields.firstActivityTimeUtc },
  'properties/lastActivityTimeUtc': { type: 'time', read: (record) => record.fields.lastActivityTimeUtc },
};
