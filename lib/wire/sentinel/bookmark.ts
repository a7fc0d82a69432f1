/** A row of a hunt that somebody wanted to keep, with the query that found it. */
import { z } from 'zod';
import { optionalDateTime, optionalDictionary, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';
import { sentinelAuthor } from '@/lib/wire/sentinel/author';

const written = {
  displayName: z.string(),
  query: z.string(),
  /** The row, as JSON text. */
  queryResult: optionalText,
  eventTime: optionalDateTime,
  queryStartTime: optionalDateTime,
  queryEndTime: optionalDateTime,
  notes: optionalText,
  labels: optionalTexts,
  /** Preview versions only. */
  tactics: optionalTexts,
  techniques: optionalTexts,
  entityMappings: z
    .array(
      openObject({
        entityType: optionalText,
        fieldMappings: z.array(openObject({ identifier: optionalText, value: optionalText })).nullish(),
      }),
    )
    .nullish(),
};

const readOnly = {
  created: optionalDateTime,
  updated: optionalDateTime,
  createdBy: sentinelAuthor.nullish(),
  updatedBy: sentinelAuthor.nullish(),
  /** The incident it is linked with. */
  incidentInfo: openObject({
    incidentId: optionalText,
    severity: optionalText,
    title: optionalText,
    relationName: optionalText,
  }).nullish(),
};

/** https://learn.microsoft.com/rest/api/securityinsights/bookmarks */
export const sentinelBookmark = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({ ...written, ...readOnly }),
});
export type SentinelBookmark = z.infer<typeof sentinelBookmark>;

/** A page of `Bookmarks_List`. */
export const sentinelBookmarkList = armList(sentinelBookmark);

const requestProperties = z.object(written);

/** The body of PUT bookmarks/{guid}: the whole bookmark. The caller chooses the GUID. */
export const sentinelBookmarkRequest = openObject({ etag: armEtag, properties: requestProperties });
export type SentinelBookmarkRequest = z.infer<typeof sentinelBookmarkRequest>;
export type SentinelBookmarkFields = z.infer<typeof requestProperties>;

/** A bookmark among the entities of an incident: POST incidents/{name}/bookmarks lists all of them, without pages. */
const huntingBookmark = openObject({
  ...armResource,
  kind: z.literal('Bookmark'),
  properties: openObject({
    ...written,
    ...readOnly,
    friendlyName: optionalText,
    additionalData: optionalDictionary,
  }),
});
export type SentinelHuntingBookmark = z.infer<typeof huntingBookmark>;

/** `Incidents_ListBookmarks`. */
export const sentinelHuntingBookmarkList = openObject({ value: z.array(huntingBookmark) });
