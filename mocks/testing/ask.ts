/** Asks a tenant as a client would: a token of its own for the API in question, JSON in and out. For tests. */
import { expect } from 'vitest';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';

export type Answer = {
  status: number;
  headers: Headers;
  /** Parsed JSON, or null when there was none. */
  body: unknown;
};

export type AskOptions = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** A read-only application, or none. */
  as?: 'reader' | 'nobody';
  audience?: string;
  signal?: AbortSignal;
};

export type Ask = (url: string, options?: AskOptions) => Promise<Answer>;

const readerId = '00000000-0000-0000-0000-00000000feed';
const audiences: Record<string, string> = {
  'graph.microsoft.com': 'https://graph.microsoft.com',
  'management.azure.com': 'https://management.azure.com',
  'api.loganalytics.azure.com': 'https://api.loganalytics.io',
  'api.loganalytics.io': 'https://api.loganalytics.io',
  'api.security.microsoft.com': 'https://api.securitycenter.microsoft.com',
  'api.securitycenter.microsoft.com': 'https://api.securitycenter.microsoft.com',
};

export const sentinelRoot = `management.azure.com${tenantFacts.workspaceResourceId}/providers/Microsoft.SecurityInsights`;
export const apiVersion = 'api-version=2025-09-01';
export const queryUrl = `api.loganalytics.azure.com/v1/workspaces/${tenantFacts.workspaceId}/query`;

export async function tokenFor(tenant: Tenant, audience: string, clientId: string): Promise<string> {
  const reply = await tenant.fetch(
    new Request(`https://login.microsoftonline.com/${tenantFacts.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: tenantFacts.clientSecret,
        scope: `${audience}/.default`,
      }),
    }),
  );
  expect(reply.status).toBe(200);
  const body: unknown = await reply.json();
  return String(field(body, 'access_token'));
}

/** URLs without `https://`, for the sake of short tests. */
export function askOf(tenant: Tenant): Ask {
  const tokens = new Map<string, string>();
  const authorization = async (url: string, { as, audience }: AskOptions): Promise<Record<string, string>> => {
    const wanted = audience ?? audiences[url.split('/')[0] ?? ''];
    if (as === 'nobody' || !wanted) return {};
    const clientId = as === 'reader' ? readerId : tenantFacts.clientId;
    const key = `${clientId} ${wanted}`;
    const token = tokens.get(key) ?? (await tokenFor(tenant, wanted, clientId));
    tokens.set(key, token);
    return { authorization: `Bearer ${token}` };
  };
  return async (url, options = {}) => {
    const response = await tenant.fetch(
      new Request(`https://${url}`, {
        method: options.method ?? 'GET',
        headers: {
          ...(await authorization(url, options)),
          'content-type': 'application/json',
          ...options.headers,
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.signal ? { signal: options.signal } : {}),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
}

/** A value somewhere inside JSON, by names and indices; undefined when the way ends early. */
export function field(json: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    json,
  );
}

export function list(json: unknown, ...path: (string | number)[]): unknown[] {
  const value = field(json, ...path);
  return Array.isArray(value) ? value : [];
}

/** The rows that Log Analytics answers a query with, which has to be right. */
export async function logRows(ask: Ask, query: string): Promise<unknown[]> {
  const { status, body } = await ask(queryUrl, { method: 'POST', body: { query } });
  expect(status, JSON.stringify(body)).toBe(200);
  return list(body, 'tables', 0, 'rows');
}

/** The same of advanced hunting: each row by the names of its columns. */
export async function huntRows(ask: Ask, query: string): Promise<unknown[]> {
  const { status, body } = await ask('graph.microsoft.com/v1.0/security/runHuntingQuery', {
    method: 'POST',
    body: { Query: query },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return list(body, 'results');
}
