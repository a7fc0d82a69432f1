/** Where the workspace's data comes from. `kind` is open: every version of the API knows others. */
import { z } from 'zod';
import { optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** Enabled or Disabled, so far. */
const dataType = openObject({ state: optionalText });

/** https://learn.microsoft.com/rest/api/securityinsights/data-connectors */
export const sentinelDataConnector = openObject({
  ...armResource,
  etag: armEtag,
  /** `MicrosoftThreatProtection`, which is Defender XDR, only in preview versions. */
  kind: z.string(),
  properties: openObject({
    tenantId: optionalText,
    subscriptionId: optionalText,
    dataTypes: z.record(z.string(), dataType).nullish(),
    filteredProviders: openObject({ alerts: optionalTexts }).nullish(),
  }),
});
export type SentinelDataConnector = z.infer<typeof sentinelDataConnector>;

/** A page of `DataConnectors_List`; connectors of kinds that the version asked with doesn't know are missing. */
export const sentinelDataConnectorList = armList(sentinelDataConnector);

/** The body of PUT dataConnectors/{name}. */
export const sentinelDataConnectorRequest = openObject({
  etag: armEtag,
  kind: z.string(),
  properties: z.object({
    tenantId: optionalText,
    subscriptionId: optionalText,
    dataTypes: z.record(z.string(), z.object({ state: z.enum(['Enabled', 'Disabled']) })).nullish(),
    filteredProviders: z.object({ alerts: optionalTexts }).nullish(),
  }),
});
export type SentinelDataConnectorRequest = z.infer<typeof sentinelDataConnectorRequest>;

/** A connector without its address and stamp. */
export type SentinelDataConnectorFields = Pick<SentinelDataConnectorRequest, 'kind' | 'properties'>;
