/**
 * Azure's roles on the workspace, and what a request does in Azure's words. `*` stands for any number of words.
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security
 */

type Definition = { actions: readonly string[]; notActions?: readonly string[] };

const sentinel = 'Microsoft.SecurityInsights';
const workspaces = 'Microsoft.OperationalInsights/workspaces';

const reading = [
  `${sentinel}/*/read`,
  `${sentinel}/dataConnectorsCheckRequirements/action`,
  `${sentinel}/threatIntelligence/*/query/action`,
  `${sentinel}/threatIntelligence/queryIndicators/action`,
  `${sentinel}/threatIntelligence/*/queryIndicators/action`,
  `${workspaces}/read`,
  `${workspaces}/*/read`,
];

const responding = [
  ...reading,
  `${sentinel}/automationRules/*`,
  `${sentinel}/incidents/*`,
  `${sentinel}/entities/runPlaybook/action`,
  `${sentinel}/threatIntelligence/indicators/appendTags/action`,
  `${sentinel}/threatIntelligence/indicators/replaceTags/action`,
  `${sentinel}/threatIntelligence/*/indicators/appendTags/action`,
  `${sentinel}/threatIntelligence/*/indicators/replaceTags/action`,
];

const definitions: Readonly<Record<string, Definition>> = {
  'Microsoft Sentinel Reader': { actions: reading },
  'Microsoft Sentinel Responder': {
    actions: responding,
    notActions: [`${sentinel}/incidents/delete`, `${sentinel}/incidents/*/delete`],
  },
  'Microsoft Sentinel Contributor': { actions: [`${sentinel}/*`, ...reading, `${workspaces}/savedSearches/*`] },
  'Microsoft Sentinel Playbook Operator': {
    actions: ['Microsoft.Logic/workflows/read', 'Microsoft.Logic/workflows/*/read', runsPlaybooks()],
  },
  'Logic App Contributor': { actions: ['Microsoft.Logic/*', 'Microsoft.Resources/subscriptions/resourceGroups/read'] },
  'Monitoring Contributor': { actions: ['*/read', 'Microsoft.Insights/diagnosticSettings/*'] },
  'Log Analytics Reader': { actions: ['*/read'] },
};

/** What running a playbook comes down to. https://learn.microsoft.com/azure/sentinel/roles */
export function runsPlaybooks(): string {
  return 'Microsoft.Logic/workflows/triggers/listCallbackUrl/action';
}

export const queriesLogs = `${workspaces}/query/read`;

function matches(pattern: string, action: string): boolean {
  const escaped = pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}

export const allowsAzure = (roles: readonly string[], action: string): boolean =>
  roles.some((role) => {
    const definition = definitions[role];
    if (!definition?.actions.some((pattern) => matches(pattern, action))) return false;
    return !definition.notActions?.some((pattern) => matches(pattern, action));
  });

/** POSTs that only look: a list with a body, or a question. */
const lookingPosts = /\/(alerts|bookmarks|entities|expand|getTimeline|getInsights|query|queryIndicators|count)$/i;

/**
 * `PUT …/incidents/x/comments/y` → `Microsoft.SecurityInsights/incidents/comments/write`. Types and names take turns
 * below a provider; what is left over at the end of a POST is what to do.
 */
export function azureActionOf(method: string, path: string): string {
  const below = path.slice(path.toLowerCase().lastIndexOf('/providers/') + '/providers/'.length);
  const [namespace = '', ...rest] = below.split('/').filter(Boolean);
  const types = rest.filter((_, index) => index % 2 === 0);
  const resource = [namespace, ...types].join('/');
  if (method === 'GET' || method === 'HEAD') return `${resource}/read`;
  if (method === 'DELETE') return `${resource}/delete`;
  if (method !== 'POST') return `${resource}/write`;
  return lookingPosts.test(path) ? `${resource}/read` : `${resource}/action`;
}
