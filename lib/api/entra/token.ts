/** Tokens by client credentials: POST /{tenant}/oauth2/v2.0/token. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { type EntraToken, type EntraTokenRequest, entraToken } from '@/lib/wire/entra/token';

/** The four resources. A token opens one of them, and the others refuse it. */
export const audiences = {
  graph: 'https://graph.microsoft.com',
  arm: 'https://management.azure.com',
  /** The audience kept the old host name when the API moved to api.loganalytics.azure.com. */
  logAnalytics: 'https://api.loganalytics.io',
  /** For api.security.microsoft.com too. */
  defenderEndpoint: 'https://api.securitycenter.microsoft.com',
} as const;

/** Our short name of a resource that tokens are for. */
export type Audience = keyof typeof audiences;

/** An app registration: GUIDs, and the secret that must not reach a log or a browser. */
export type ClientCredentials = { tenantId: string; clientId: string; clientSecret: string };

/** Asks anew each time; keeping tokens is for whoever calls. */
export type EntraTokens = {
  /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
  request(audience: Audience, signal?: AbortSignal): Promise<EntraToken>;
};

/** A wrong id or secret is an ApiError with Entra's `error` as its code (`invalid_client`). */
export function entraTokens(call: Call, { tenantId, clientId, clientSecret }: ClientCredentials): EntraTokens {
  return {
    request(audience, signal) {
      const form: EntraTokenRequest = {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${audiences[audience]}/.default`,
      };
      const path = `/${segment(tenantId)}/oauth2/v2.0/token`;
      return call({ method: 'POST', path, body: new URLSearchParams(form), signal, reply: entraToken });
    },
  };
}
