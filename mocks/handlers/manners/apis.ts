/** The hosts the tenant answers for, and which of Microsoft's APIs stands behind each. */

export const apis = ['graph', 'arm', 'logs', 'endpoint', 'entra', 'control'] as const;
export type ApiName = (typeof apis)[number];
/** Those that want a token. */
export type ProtectedApi = Exclude<ApiName, 'entra' | 'control'>;

const byHost: Record<string, ApiName> = {
  'graph.microsoft.com': 'graph',
  'management.azure.com': 'arm',
  'api.loganalytics.azure.com': 'logs',
  'api.loganalytics.io': 'logs',
  'api.security.microsoft.com': 'endpoint',
  'api.securitycenter.microsoft.com': 'endpoint',
  'login.microsoftonline.com': 'entra',
  'tenant.onequeue.test': 'control',
};

export function apiOf(host: string): ApiName | undefined {
  return Object.hasOwn(byHost, host) ? byHost[host] : undefined;
}

export const knownHosts: readonly string[] = Object.keys(byHost);

/** A token says in `aud` which of these it is for; Microsoft takes several spellings of the same resource. */
export const audiences: Record<ProtectedApi, readonly string[]> = {
  graph: ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'],
  arm: ['https://management.azure.com', 'https://management.core.windows.net'],
  logs: ['https://api.loganalytics.io', 'https://api.loganalytics.azure.com'],
  endpoint: ['https://api.securitycenter.microsoft.com'],
};
