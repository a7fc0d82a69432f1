/** One line of a watchlist. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalDictionary, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';
import { sentinelAuthor } from '@/lib/wire/sentinel/author';

/** https://learn.microsoft.com/rest/api/securityinsights/watchlist-items */
export const sentinelWatchlistItem = openObject({
  ...armResource,
  // Microsoft's example of a created item has no name.
  name: optionalText,
  etag: armEtag,
  properties: openObject({
    watchlistItemType: optionalText,
    watchlistItemId: optionalText,
    tenantId: optionalText,
    isDeleted: optionalBoolean,
    created: optionalDateTime,
    updated: optionalDateTime,
    createdBy: sentinelAuthor.nullish(),
    updatedBy: sentinelAuthor.nullish(),
    /** Cells by column. */
    itemsKeyValue: z.record(z.string(), z.unknown()),
    entityMapping: optionalDictionary,
  }),
});
export type SentinelWatchlistItem = z.infer<typeof sentinelWatchlistItem>;

/** A page of `WatchlistItems_List`. */
export const sentinelWatchlistItemList = armList(sentinelWatchlistItem);

/** The body of PUT watchlists/{alias}/watchlistItems/{guid}. */
export const sentinelWatchlistItemRequest = openObject({
  etag: armEtag,
  properties: openObject({ itemsKeyValue: z.record(z.string(), z.unknown()) }),
});
export type SentinelWatchlistItemRequest = z.infer<typeof sentinelWatchlistItemRequest>;
