/** Asks for everything and reads every reply by its schema; remembers which handlers have answered. For tests. */
import { HttpHandler, type RequestHandler } from 'msw';
import { expect } from 'vitest';
import type { z } from 'zod';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { tokenFor } from '@/mocks/testing/ask';

/** What a reply may be besides JSON. */
export type Expected = z.ZodType | 'empty' | 'page' | 'text';

export type Asker = {
  /** Answers the parsed JSON, or null; fails when the reply is a refusal or not what was expected. */
  (method: string, url: string, expected: Expected, body?: unknown, token?: string): Promise<unknown>;
  /** The reply's `Location`, of the last request. */
  location(): string;
  /** Handlers that nobody has asked yet. */
  unasked(): string[];
};

const audiences: Record<string, string> = {
  'graph.microsoft.com': 'https://graph.microsoft.com',
  'management.azure.com': 'https://management.azure.com',
  'api.loganalytics.azure.com': 'https://api.loganalytics.io',
  'api.security.microsoft.com': 'https://api.securitycenter.microsoft.com',
};

/** One that looks at every request and answers few of them. */
const isGate = ({ info }: RequestHandler): boolean => 'method' in info && info.method instanceof RegExp;

/** The same handler stands at two hosts, or has two names: one of them asked is both asked. */
const routeOf = (handler: RequestHandler): string =>
  handler instanceof HttpHandler
    ? `${String(handler.info.method)} ${String(handler.info.path)}`
        .replace('api.securitycenter.microsoft.com', 'api.security.microsoft.com')
        .replace('api.loganalytics.io', 'api.loganalytics.azure.com')
        .replace(/\/microsoft\.graph\.(security\.)?(?=\w+$)/, '/')
        .toLowerCase()
    : '';

/** OData's context is the envelope's business and in no schema. */
function withoutContext(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutContext);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => (name === '@odata.context' ? [] : [[name, withoutContext(value)]])),
  );
}

export function askerOf(tenant: Tenant): Asker {
  const asked = new Set<string>();
  const tokens = new Map<string, string>();
  let location = '';

  async function headersFor(host: string, body: unknown): Promise<Record<string, string>> {
    const audience = audiences[host];
    const form = body instanceof URLSearchParams;
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    if (!audience) return { 'content-type': type };
    const token = tokens.get(audience) ?? (await tokenFor(tenant, audience, tenantFacts.clientId));
    tokens.set(audience, token);
    return {
      'content-type': type,
      authorization: `Bearer ${token}`,
      prefer: 'include-unknown-enum-members',
    };
  }

  async function remember(request: Request): Promise<void> {
    for (const handler of tenant.handlers) {
      if (!(handler instanceof HttpHandler) || isGate(handler)) continue;
      const parsedResult = await handler.parse({ request });
      if (!(await handler.predicate({ request, parsedResult }))) continue;
      asked.add(routeOf(handler));
      return;
    }
  }

  const ask = async (...[method, url, expected, body, token]: Parameters<Asker>): Promise<unknown> => {
    const text = body === undefined ? undefined : body instanceof URLSearchParams ? String(body) : JSON.stringify(body);
    const request = new Request(`https://${url}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(await headersFor(url.split('/')[0] ?? '', body)),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    await remember(request.clone());
    const response = await tenant.fetch(request);
    location = response.headers.get('location') ?? '';
    const said = await response.text();
    const what = `${method} ${url}: ${response.status} ${said.slice(0, 400)}`;
    expect(response.status, what).toBeLessThan(400);
    if (expected === 'empty') expect(said, what).toBe('');
    if (expected === 'page') expect(response.headers.get('content-type') ?? '', what).toContain('text/html');
    if (typeof expected === 'string') return null;
    const json: unknown = JSON.parse(said);
    const parsed = expected.safeParse(withoutContext(json));
    const issues = parsed.success ? '' : `${JSON.stringify(parsed.error.issues.slice(0, 5))} in ${what}`;
    expect(issues).toBe('');
    return json;
  };

  return Object.assign(ask, {
    location: () => location,
    unasked: () => {
      const answering = tenant.handlers.filter((handler) => !isGate(handler));
      const routes = answering.map(routeOf).filter((route) => !route.includes('tenant.onequeue.test'));
      return [...new Set(routes)].filter((route) => !asked.has(route));
    },
  });
}
