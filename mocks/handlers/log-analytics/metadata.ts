/** What the workspace holds: its tables and their columns. https://learn.microsoft.com/rest/api/loganalytics/metadata */
import { HttpResponse, http } from 'msw';
import { requireWorkspace } from '@/mocks/handlers/log-analytics/workspaces';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import { workspaceTables } from '@/mocks/store/workspace-tables';

const workspaceEntry = {
  id: tenantFacts.workspaceId,
  name: tenantFacts.workspaceName,
  resourceId: tenantFacts.workspaceResourceId,
  region: tenantFacts.location,
};

function metadata(): Response {
  return HttpResponse.json({
    categories: [],
    resourceTypes: [],
    solutions: [{ id: 'SecurityInsights', name: 'SecurityInsights', displayName: 'Microsoft Sentinel' }],
    tables: workspaceTables().map((table) => ({
      id: `t/${table.name}`,
      name: table.name,
      timespanColumn: 'TimeGenerated',
      labels: table.category === '' ? [] : [table.category],
      columns: table.columns.map(({ name, type }) => ({ name, type })),
      related: { workspaces: [workspaceEntry.id] },
    })),
    functions: [],
    queries: [],
    applications: [],
    resources: [],
    workspaces: [workspaceEntry],
    permissions: [{ workspaces: [{ resourceId: workspaceEntry.resourceId, denyTables: [] }] }],
  });
}

export const metadataHandlers: HandlerGroup = () =>
  ['https://api.loganalytics.azure.com', 'https://api.loganalytics.io'].flatMap((host) => [
    http.get(`${host}/v1/workspaces/:workspace/metadata`, ({ params }) => {
      requireWorkspace(String(params.workspace));
      return metadata();
    }),
    http.post(`${host}/v1/workspaces/:workspace/metadata`, ({ params }) => {
      requireWorkspace(String(params.workspace));
      return metadata();
    }),
  ]);
