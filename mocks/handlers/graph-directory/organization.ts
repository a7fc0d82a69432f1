/** The tenant itself. https://learn.microsoft.com/graph/api/organization-list */
import { HttpResponse, http } from 'msw';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const organizationHandlers: HandlerGroup = () => [
  http.get('https://graph.microsoft.com/:version/organization', ({ request }) => {
    queryOptions(new URL(request.url), ['$select']);
    return HttpResponse.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#organization',
      value: [
        {
          id: tenantFacts.tenantId,
          displayName: tenantFacts.displayName,
          tenantType: 'AAD',
          countryLetterCode: 'US',
          verifiedDomains: [
            { name: tenantFacts.domain, type: 'Managed', isDefault: true, isInitial: false, capabilities: 'Email' },
            { name: 'contoso.onmicrosoft.com', type: 'Managed', isDefault: false, isInitial: true, capabilities: '' },
          ],
        },
      ],
    });
  }),
];
