/** How Azure Resource Manager and the portals name what the workspace holds. */
import { tenantIds, workspaceResourceId } from '@/mocks/company/tenant-ids';

export const securityInsightsScope = `${workspaceResourceId}/providers/Microsoft.SecurityInsights`;

export const incidentResourceId = (name: string): string => `${securityInsightsScope}/Incidents/${name}`;

export const commentResourceId = (incident: string, name: string): string =>
  `${incidentResourceId(incident)}/Comments/${name}`;

/** A resource of Sentinel by its collection: `bookmarks`, `watchlists/VIPUsers/watchlistItems` … */
export const sentinelResourceId = (collection: string, name: string): string =>
  `${securityInsightsScope}/${collection}/${name}`;

export const alertRuleResourceId = (rule: string): string => `${securityInsightsScope}/alertRules/${rule}`;

export const automationRuleResourceId = (rule: string): string => `${securityInsightsScope}/AutomationRules/${rule}`;

/** Sentinel's own link goes to the Azure portal, also for incidents that Defender made. */
export const sentinelIncidentUrl = (name: string): string =>
  `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${incidentResourceId(name)}`;

export const defenderIncidentUrl = (id: string): string =>
  `https://security.microsoft.com/incidents/${id}?tid=${tenantIds.tenantId}`;

/** How an etag looks: quotes inside the text, a revision and the second of the change. */
export function etagOf(revision: number, changedAt: string): string {
  const seconds = Math.floor(Date.parse(changedAt) / 1000);
  return `"${revision.toString(16).padStart(8, '0')}-0000-0000-0000-${seconds.toString(16).padStart(8, '0')}0000"`;
}
