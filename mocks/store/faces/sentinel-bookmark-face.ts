/** A bookmark as Azure Resource Manager sends it, by itself and among the entities of an incident. */
import type { SentinelBookmark, SentinelHuntingBookmark } from '@/lib/wire/sentinel/bookmark';
import { etagOf, sentinelResourceId } from '@/mocks/store/faces/arm-ids';
import type { SentinelIncidentRecord } from '@/mocks/store/records/sentinel-incident-record';
import type { BookmarkFields } from '@/mocks/store/records/sentinel-resource-records';
import type { Author, Shelved } from '@/mocks/store/shelf';

/** What a bookmark says of people: `UserInfo` has no principal name. */
const userInfo = ({ objectId, email, name }: Author) => ({ objectId, email, name });

export function sentinelBookmarkFace(
  record: Shelved<BookmarkFields>,
  linked: SentinelIncidentRecord | undefined,
): SentinelBookmark {
  const { incident, ...written } = record.fields;
  return {
    id: sentinelResourceId('Bookmarks', record.name),
    name: record.name,
    etag: etagOf(record.revision, record.updatedAt),
    type: 'Microsoft.SecurityInsights/Bookmarks',
    properties: {
      ...written,
      labels: written.labels ?? [],
      created: record.createdAt,
      updated: record.updatedAt,
      createdBy: userInfo(record.createdBy),
      updatedBy: userInfo(record.updatedBy),
      ...(incident && linked
        ? {
            incidentInfo: {
              incidentId: linked.name,
              severity: linked.fields.severity,
              title: linked.fields.title,
              relationName: incident.relation,
            },
          }
        : {}),
    },
  };
}

export function sentinelHuntingBookmarkFace(
  record: Shelved<BookmarkFields>,
  linked: SentinelIncidentRecord | undefined,
): SentinelHuntingBookmark {
  const { id, name, properties } = sentinelBookmarkFace(record, linked);
  return {
    id,
    name,
    type: 'Microsoft.SecurityInsights/Entities',
    kind: 'Bookmark',
    properties: { ...properties, friendlyName: record.fields.displayName, additionalData: {} },
  };
}
