/**
 * What a browser brings to the authorize endpoint. Until the application and its reply address are known to be right,
 * a refusal is shown where it happens: an unchecked address gets neither codes nor errors.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
import { type Application, applicationOf, redirectsTo } from '@/mocks/handlers/entra/applications';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { grantedScopes, wantedOf } from '@/mocks/handlers/entra/scopes';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type ResponseMode = 'query' | 'fragment' | 'form_post';

export type SignInRequest = {
  application: Application;
  redirectUri: string;
  responseMode: ResponseMode;
  scope: string;
  state: string | undefined;
  nonce: string | undefined;
  prompt: string | undefined;
  loginHint: string | undefined;
  challenge: { value: string; method: 'S256' | 'plain' } | undefined;
};

/** Who is asking and where the answer goes. */
export type ReplyAddress = Pick<SignInRequest, 'application' | 'redirectUri' | 'responseMode' | 'state'>;

const text = (params: URLSearchParams, name: string): string | undefined => params.get(name) || undefined;

export function replyAddressOf(params: URLSearchParams): ReplyAddress {
  const clientId = text(params, 'client_id');
  if (!clientId) throw entraRefusal(90014, "The required field 'client_id' is missing from the request.");
  const application = applicationOf(clientId);
  if (!application) throw unknownApplication(clientId);
  const redirectUri = text(params, 'redirect_uri') ?? application.redirectUris[0] ?? '';
  if (!redirectsTo(application, redirectUri)) {
    throw entraRefusal(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
    );
  }
  const mode = text(params, 'response_mode');
  const responseMode = mode === 'fragment' || mode === 'form_post' ? mode : 'query';
  return { application, redirectUri, responseMode, state: text(params, 'state') };
}

export const unknownApplication = (clientId: string): Refusal =>
  entraRefusal(
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${tenantFacts.displayName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );

/** Throws refusals that go back to the application. */
export function signInRequestOf(params: URLSearchParams, address: ReplyAddress): SignInRequest {
  const responseType = text(params, 'response_type');
  if (responseType !== 'code') {
    const message = `AADSTS700054: response_type '${responseType ?? ''}' is not enabled for the application.`;
    throw new Refusal(400, 'unsupported_response_type', message);
  }
  const scope = text(params, 'scope');
  if (!scope) throw entraRefusal(90014, "The required field 'scope' is missing from the request.");
  const wanted = wantedOf(scope);
  if (wanted) grantedScopes(address.application, wanted);
  const value = text(params, 'code_challenge');
  const method = text(params, 'code_challenge_method') ?? 'plain';
  if (method !== 'S256' && method !== 'plain') {
    throw entraRefusal(501491, `Invalid size of Code_Challenge parameter, or method '${method}' is not supported.`);
  }
  if (value === undefined && address.application.secret === null) {
    throw entraRefusal(9002313, "Invalid request. A public client has to send 'code_challenge'.");
  }
  return {
    ...address,
    scope,
    nonce: text(params, 'nonce'),
    prompt: text(params, 'prompt'),
    loginHint: text(params, 'login_hint'),
    challenge: value === undefined ? undefined : { value, method },
  };
}
