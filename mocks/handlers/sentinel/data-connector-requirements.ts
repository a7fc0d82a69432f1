/**
 * Whether the caller could connect a data source: rights in Azure for any of them, and a role of the directory too for
 * what belongs to the whole tenant.
 * https://learn.microsoft.com/rest/api/securityinsights/data-connectors-check-requirements
 */
import { HttpResponse, http } from 'msw';
import {
  type SentinelConnectorRequirements,
  sentinelConnectorRequirementsRequest,
} from '@/lib/wire/sentinel/data-connector-requirements';
import { allowsAzure } from '@/mocks/handlers/manners/azure-roles';
import { type Caller, currentCaller } from '@/mocks/handlers/manners/exchange';
import { parsedBody } from '@/mocks/handlers/manners/json-body';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { armRequest, securityInsightsPath } from '@/mocks/handlers/sentinel/paths';
import { requirePreview } from '@/mocks/handlers/sentinel/preview';
import type { HandlerGroup } from '@/mocks/handlers/services';
import {
  carriedConnectors,
  defenderForCloudKinds,
  isKnownKind,
  xdrKind,
} from '@/mocks/store/connections/connector-kinds';

const type = 'dataConnectorsCheckRequirements';
const administrators: readonly string[] = ['Global Administrator', 'Security Administrator'];
const ofTheTenant = (kind: string): boolean => kind === xdrKind || Object.hasOwn(carriedConnectors, kind);

function mayConnect({ azureRoles, user }: Caller, kind: string): boolean {
  if (!allowsAzure(azureRoles, 'Microsoft.SecurityInsights/dataConnectors/write')) return false;
  if (!user || !ofTheTenant(kind) || defenderForCloudKinds.includes(kind)) return true;
  return user.directoryRoles.some((role) => administrators.includes(role));
}

export const sentinelDataConnectorRequirementsHandlers: HandlerGroup = () => [
  http.post(`${securityInsightsPath}/${type}`, async ({ request, params }) => {
    armRequest(request, params);
    requirePreview(request, type);
    const { kind } = await parsedBody(request, sentinelConnectorRequirementsRequest, 'BadRequest');
    if (!isKnownKind(kind)) throw new Refusal(400, 'BadRequest', `There is no data connector of the kind '${kind}'.`);
    // Contoso has Microsoft 365 E5: every product of these is licensed.
    const state: SentinelConnectorRequirements = {
      authorizationState: mayConnect(currentCaller(), kind) ? 'Valid' : 'Invalid',
      licenseState: 'Valid',
    };
    return HttpResponse.json(state);
  }),
];
