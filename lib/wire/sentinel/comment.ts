/** A comment on a Sentinel incident. At most 100 to an incident and 30,000 characters each. */
import { z } from 'zod';
import { optionalDateTime, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/incident-comments */
export const sentinelComment = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    message: z.string(),
    author: openObject({
      name: optionalText,
      email: optionalText,
      objectId: optionalText,
      userPrincipalName: optionalText,
    }).nullish(),
    createdTimeUtc: optionalDateTime,
    lastModifiedTimeUtc: optionalDateTime,
  }),
});
export type SentinelComment = z.infer<typeof sentinelComment>;

/** A page of `IncidentComments_List`. */
export const sentinelCommentList = armList(sentinelComment);

/** The body of PUT incidents/{name}/comments/{guid}: the caller chooses the GUID, so sending it twice is one comment. */
export const sentinelCommentRequest = openObject({
  etag: armEtag,
  properties: openObject({ message: z.string() }),
});
export type SentinelCommentRequest = z.infer<typeof sentinelCommentRequest>;
