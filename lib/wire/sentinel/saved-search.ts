/** A query that the workspace keeps under a name; with an alias it is a function that other queries call. */
import { z } from 'zod';
import { optionalNumber, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armResource } from '@/lib/wire/sentinel/arm';

const written = {
  category: z.string(),
  displayName: z.string(),
  query: z.string(),
  functionAlias: optionalText,
  /** Kusto's parameters without parentheses: `a:int = 1, b:string`. */
  functionParameters: optionalText,
  version: optionalNumber,
  tags: z.array(openObject({ name: z.string(), value: z.string() })).nullish(),
};

/** https://learn.microsoft.com/rest/api/loganalytics/saved-searches */
export const sentinelSavedSearch = openObject({ ...armResource, etag: armEtag, properties: openObject(written) });
export type SentinelSavedSearch = z.infer<typeof sentinelSavedSearch>;

/** All of them at once: this list has no pages. */
export const sentinelSavedSearchList = openObject({ value: z.array(sentinelSavedSearch) });

const requestProperties = z.object(written);
export type SentinelSavedSearchFields = z.infer<typeof requestProperties>;

/** The body of PUT savedSearches/{name}: the whole search. */
export const sentinelSavedSearchRequest = openObject({ etag: armEtag, properties: requestProperties });
export type SentinelSavedSearchRequest = z.infer<typeof sentinelSavedSearchRequest>;
