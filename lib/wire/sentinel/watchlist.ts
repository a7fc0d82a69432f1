/** A watchlist: a small table that analysts keep in the workspace and queries read by `_GetWatchlist()`. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';
import { sentinelAuthor } from '@/lib/wire/sentinel/author';

const written = {
  displayName: z.string(),
  provider: z.string(),
  /** The column whose value `_GetWatchlist()` also gives as `SearchKey`. */
  itemsSearchKey: z.string(),
  source: optionalText,
  sourceType: optionalText,
  description: optionalText,
  watchlistType: optionalText,
  labels: optionalTexts,
  /** ISO 8601: how long an item counts. */
  defaultDuration: optionalText,
};

/** https://learn.microsoft.com/rest/api/securityinsights/watchlists */
export const sentinelWatchlist = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    ...written,
    watchlistId: optionalText,
    watchlistAlias: optionalText,
    created: optionalDateTime,
    updated: optionalDateTime,
    createdBy: sentinelAuthor.nullish(),
    updatedBy: sentinelAuthor.nullish(),
    isDeleted: optionalBoolean,
    tenantId: optionalText,
    /** New, InProgress, Uploading, Succeeded, Failed, Deleting or Canceled, so far. */
    provisioningState: optionalText,
  }),
});
export type SentinelWatchlist = z.infer<typeof sentinelWatchlist>;

/** A page of `Watchlists_List`, without the lists' items. */
export const sentinelWatchlistList = armList(sentinelWatchlist);

const requestProperties = z.object({
  ...written,
  /** The items, as text; at most 3.8 MB. */
  rawContent: optionalText,
  /** `text/csv` or `text/tsv`. */
  contentType: optionalText,
  /** Lines above the header. */
  numberOfLinesToSkip: optionalNumber,
});

/** The body of PUT watchlists/{alias}. */
export const sentinelWatchlistRequest = openObject({ etag: armEtag, properties: requestProperties });
export type SentinelWatchlistRequest = z.infer<typeof sentinelWatchlistRequest>;
