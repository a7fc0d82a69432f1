/** The Log Analytics workspace under Sentinel, as ARM describes it. */
import { z } from 'zod';
import { optionalDictionary, optionalNumber, optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armResource } from '@/lib/wire/sentinel/arm';

/** The api-version of Microsoft.OperationalInsights/workspaces. */
export const workspacesApiVersion = '2025-07-01';

/** https://learn.microsoft.com/rest/api/loganalytics/workspaces/get */
export const sentinelWorkspace = openObject({
  ...armResource,
  location: z.string(),
  tags: optionalDictionary,
  properties: openObject({
    /** The GUID the query API knows the workspace by; `name` means nothing there. */
    customerId: z.string(),
    provisioningState: optionalText,
    retentionInDays: optionalNumber,
    /** How it is paid for: `PerGB2018`, so far. */
    sku: openObject({ name: optionalText, lastSkuUpdate: optionalText }).nullish(),
    features: optionalDictionary,
    workspaceCapping: optionalDictionary,
    publicNetworkAccessForIngestion: optionalText,
    publicNetworkAccessForQuery: optionalText,
  }),
});
export type SentinelWorkspace = z.infer<typeof sentinelWorkspace>;
