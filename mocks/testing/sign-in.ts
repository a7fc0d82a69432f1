/** Signs somebody in as a browser and its application would: authorize, choose the person, redeem the code. For tests. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { type EntraToken, entraToken } from '@/lib/wire/entra/token';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';

export const entraRoot = `https://login.microsoftonline.com/${tenantFacts.tenantId}`;
export const redirectUri = 'http://localhost:3000/auth/callback';
export const verifier = 'a-verifier-that-is-long-enough-to-be-allowed-by-rfc-7636';
export const challengeOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

export type Parameters = Record<string, string | undefined>;

export const form = (fields: Parameters): URLSearchParams =>
  new URLSearchParams(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));

export const authorizeParameters = (change: Parameters = {}): URLSearchParams =>
  form({
    client_id: tenantFacts.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access https://graph.microsoft.com/.default',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...change,
  });

export const askAuthorize = (tenant: Tenant, change: Parameters = {}, cookie?: string): Promise<Response> =>
  tenant.fetch(
    new Request(`${entraRoot}/oauth2/v2.0/authorize?${authorizeParameters(change)}`, {
      redirect: 'manual',
      ...(cookie === undefined ? {} : { headers: { cookie } }),
    }),
  );

/** What the sign-in page sends when a person is chosen. */
export const choosePerson = (tenant: Tenant, upn: string, change: Parameters = {}): Promise<Response> =>
  tenant.fetch(
    new Request(`${entraRoot}/login`, { method: 'POST', body: authorizeParameters({ ...change, username: upn }) }),
  );

/** The parameters a redirect brings back to the application. */
export const returned = (response: Response): URLSearchParams =>
  new URL(response.headers.get('location') ?? 'http://nowhere.example/').searchParams;

export const askToken = (tenant: Tenant, fields: Parameters, headers: Record<string, string> = {}): Promise<Response> =>
  tenant.fetch(
    new Request(`${entraRoot}/oauth2/v2.0/token`, {
      method: 'POST',
      headers,
      body: form({ client_id: tenantFacts.clientId, client_secret: tenantFacts.clientSecret, ...fields }),
    }),
  );

export const redeem = (tenant: Tenant, code: string | null, change: Parameters = {}): Promise<Response> =>
  askToken(tenant, {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...change,
  });

/** All the way; `claims` goes to the token endpoint. */
export async function signInAs(
  tenant: Tenant,
  upn: string,
  options: { scope?: string; claims?: string } = {},
): Promise<EntraToken> {
  const code = returned(
    await choosePerson(tenant, upn, { scope: options.scope ?? authorizeParameters().get('scope') ?? '' }),
  ).get('code');
  const reply = await redeem(tenant, code, { claims: options.claims });
  expect(reply.status).toBe(200);
  return entraToken.parse(await reply.json());
}
