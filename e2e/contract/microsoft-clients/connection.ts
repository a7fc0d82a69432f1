/** What every one of Microsoft's clients is told: who they are and where "Microsoft" is. Nothing else of them is changed. */
import { SecurityInsights } from '@azure/arm-securityinsight';
import { ClientSecretCredential, type TokenCredential } from '@azure/identity';
import { LogsQueryClient } from '@azure/monitor-query-logs';
import { Client } from '@microsoft/microsoft-graph-client';
import { tenantIds, workspace } from '@/mocks/company/tenant-ids';

const variable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

export const origin = variable('TENANT_ORIGIN');
export const { tenantId, clientId } = tenantIds;
export const clientSecret = 'demo';
/** Certificate and key in one file. */
export const certificatePath = variable('TENANT_CLIENT_CERTIFICATE');
export const readerId = '00000000-0000-0000-0000-00000000feed';
export const loginHost = `${origin}/login.microsoftonline.com`;
export const { resourceGroup, name: workspaceName, customerId: workspaceId } = workspace;

/** The address isn't one of Microsoft's own, so the credential is told not to ask Microsoft whether it is. */
export const atTenant = { authorityHost: loginHost, disableInstanceDiscovery: true };

export const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, atTenant);

/** The library is older than the version it asks for: 2022-09-01-preview is its own. */
export const sentinelAs = (who: TokenCredential): SecurityInsights =>
  new SecurityInsights(who, workspace.subscriptionId, {
    endpoint: `${origin}/management.azure.com`,
    credentialScopes: ['https://management.azure.com/.default'],
    apiVersion: '2025-09-01',
  });

export const logsAs = (who: TokenCredential): LogsQueryClient =>
  new LogsQueryClient(who, {
    endpoint: `${origin}/api.loganalytics.azure.com/v1`,
    audience: 'https://api.loganalytics.io/.default',
  });

export const graphAs = (who: TokenCredential): Client =>
  Client.initWithMiddleware({
    baseUrl: `${origin}/graph.microsoft.com`,
    defaultVersion: 'v1.0',
    // Without this it keeps its token to itself on any host but Microsoft's.
    customHosts: new Set([new URL(origin).hostname]),
    authProvider: {
      getAccessToken: async () => {
        const token = await who.getToken('https://graph.microsoft.com/.default');
        return token?.token ?? '';
      },
    },
  });

const control = async (path: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(`${origin}/tenant.onequeue.test/${path}`, init);
  if (!response.ok) throw new Error(`the tenant refused ${path}: ${await response.text()}`);
  return response.status === 204 ? null : response.json();
};

export const order = (path: string, body: object): Promise<unknown> =>
  control(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** How often each API answered with each status so far: `graph 503` → 2. */
export async function answersSoFar(): Promise<Record<string, number>> {
  const stats: unknown = await control('stats');
  const requests: unknown = typeof stats === 'object' && stats !== null ? Reflect.get(stats, 'requests') : null;
  return Object.fromEntries(Object.entries(requests ?? {}).map(([key, count]) => [key, Number(count)]));
}

/** What was answered while `work` was going on. */
export async function answersDuring(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await answersSoFar();
  await work();
  const after = await answersSoFar();
  const grown = Object.entries(after).map(([key, count]) => [key, count - (before[key] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([key, count]) => count > 0 && !key.startsWith('control')));
}

/** What an SDK's error says of the reply: REST errors of Azure and of the Graph client alike. */
export function refusalOf(error: unknown): { status: unknown; code: unknown; message: string } {
  if (!(error instanceof Error)) throw error;
  return { status: Reflect.get(error, 'statusCode'), code: Reflect.get(error, 'code'), message: error.message };
}

export const refused = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'not refused', refusalOf);

/** Node 20 has no Array.fromAsync. */
export async function collected<One>(many: AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const one of many) all.push(one);
  return all;
}
