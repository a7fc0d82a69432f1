/** Where the workspace's data comes from. `kind` is open: every version of the API knows others. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
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
export type SentinelDataConnectorFields = Pick<SentinelDataConnectorRequest, 'kind' | 'properties'>;

/** The body of POST dataConnectorsCheckRequirements. */
export const sentinelConnectorRequirementsRequest = openObject({
  kind: z.string(),
  properties: z.object({ tenantId: optionalText, subscriptionId: optionalText }).nullish(),
});

/** Whether the caller may connect what it asked for. https://learn.microsoft.com/rest/api/securityinsights/data-connectors-check-requirements */
export const sentinelConnectorRequirements = openObject({
  authorizationState: closedEnum(['Valid', 'Invalid']),
  licenseState: closedEnum(['Valid', 'Invalid', 'Unknown']),
});
export type SentinelConnectorRequirements = z.infer<typeof sentinelConnectorRequirements>;
