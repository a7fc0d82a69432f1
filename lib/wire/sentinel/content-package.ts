/** A solution of the content hub that is installed in the workspace. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/content-packages */
export const sentinelContentPackage = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({
    contentId: z.string(),
    contentProductId: z.string(),
    /** Solution or Standalone, so far. */
    contentKind: z.string(),
    version: z.string(),
    displayName: z.string(),
    contentSchemaVersion: optionalText,
    description: optionalText,
    publisherDisplayName: optionalText,
  }),
});
export type SentinelContentPackage = z.infer<typeof sentinelContentPackage>;

/** A page of `ContentPackages_List`. */
export const sentinelContentPackageList = armList(sentinelContentPackage);
