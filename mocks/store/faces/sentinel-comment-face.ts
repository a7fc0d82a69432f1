/** A comment on a Sentinel incident as Azure Resource Manager sends it. */
import type { SentinelComment } from '@/lib/wire/sentinel/comment';
import { commentResourceId, etagOf } from '@/mocks/store/faces/arm-ids';
import type { SentinelCommentRecord } from '@/mocks/store/records/sentinel-incident-record';

export function sentinelCommentFace(incident: string, comment: SentinelCommentRecord): SentinelComment {
  return {
    id: commentResourceId(incident, comment.name),
    name: comment.name,
    type: 'Microsoft.SecurityInsights/Incidents/Comments',
    etag: etagOf(comment.revision, comment.updatedAt),
    properties: {
      message: comment.message,
      createdTimeUtc: comment.createdAt,
      lastModifiedTimeUtc: comment.updatedAt,
      author: comment.author,
    },
  };
}
