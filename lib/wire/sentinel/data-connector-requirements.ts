/** Whether somebody may connect a data source, asked before they try. Preview versions only. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** The body of POST dataConnectorsCheckRequirements: a kind of connector, and what it would be connected to. */
export const sentinelConnectorRequirementsRequest = openObject({
  kind: z.string(),
  properties: z.object({ tenantId: optionalText, subscriptionId: optionalText }).nullish(),
});

/** https://learn.microsoft.com/rest/api/securityinsights/data-connectors-check-requirements */
export const sentinelConnectorRequirements = openObject({
  authorizationState: closedEnum(['Valid', 'Invalid']),
  licenseState: closedEnum(['Valid', 'Invalid', 'Unknown']),
});
export type SentinelConnectorRequirements = z.infer<typeof sentinelConnectorRequirements>;
