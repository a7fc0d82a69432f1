/** The Log Analytics workspace that Sentinel stands on. */
import { HttpResponse, http } from 'msw';
import { armRequest, workspacePath } from '@/mocks/handlers/sentinel/paths';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const workspaceHandlers: HandlerGroup = () => [
  http.get(workspacePath, ({ request, params }) => {
    armRequest(request, params, [], 'Microsoft.OperationalInsights');
    return HttpResponse.json({
      id: tenantFacts.workspaceResourceId,
      name: tenantFacts.workspaceName,
      type: 'Microsoft.OperationalInsights/workspaces',
      location: tenantFacts.location,
      tags: {},
      properties: {
        customerId: tenantFacts.workspaceId,
        provisioningState: 'Succeeded',
        sku: { name: 'PerGB2018' },
        retentionInDays: 90,
        features: { enableLogAccessUsingOnlyResourcePermissions: true },
        workspaceCapping: { dailyQuotaGb: -1 },
        publicNetworkAccessForIngestion: 'Enabled',
        publicNetworkAccessForQuery: 'Enabled',
      },
    });
  }),
];
