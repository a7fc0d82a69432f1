/** What a Sentinel incident is linked with: a bookmark, or one of its alerts. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/incident-relations */
export const sentinelRelation = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    /** The ARM id of a bookmark, or of an alert's entity. */
    relatedResourceId: z.string(),
    relatedResourceName: optionalText,
    relatedResourceType: optionalText,
    /** `SecurityAlert` for alerts; bookmarks have none. */
    relatedResourceKind: optionalText,
  }),
});
export type SentinelRelation = z.infer<typeof sentinelRelation>;

/** A page of `IncidentRelations_List`. */
export const sentinelRelationList = armList(sentinelRelation);

/** The body of PUT incidents/{name}/relations/{name}. */
export const sentinelRelationRequest = openObject({
  etag: armEtag,
  properties: openObject({ relatedResourceId: z.string() }),
});
export type SentinelRelationRequest = z.infer<typeof sentinelRelationRequest>;
