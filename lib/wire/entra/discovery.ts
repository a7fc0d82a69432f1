/** Where Entra's endpoints are: OpenID Connect's discovery document, and Microsoft's own for authorities. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

const texts = z.array(z.string());

/** GET /{tenant}/v2.0/.well-known/openid-configuration. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export const openIdConfiguration = openObject({
  /** Contains the literal `{tenantid}` when asked for `common` or `organizations`. */
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  device_authorization_endpoint: z.url(),
  end_session_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url(),
  token_endpoint_auth_methods_supported: texts,
  response_modes_supported: texts,
  response_types_supported: texts,
  scopes_supported: texts,
  subject_types_supported: texts,
  id_token_signing_alg_values_supported: texts,
  code_challenge_methods_supported: texts.optional(),
  claims_supported: texts,
  request_uri_parameter_supported: z.boolean(),
  http_logout_supported: z.boolean(),
  frontchannel_logout_supported: z.boolean(),
  tenant_region_scope: z.string().nullable(),
  cloud_instance_name: z.string(),
  cloud_graph_host_name: z.string(),
  msgraph_host: z.string(),
});
export type OpenIdConfiguration = z.infer<typeof openIdConfiguration>;

/** GET https://graph.microsoft.com/oidc/userinfo. https://learn.microsoft.com/entra/identity-platform/userinfo */
export const userInfo = openObject({
  /** The same as in the ID token. */
  sub: z.string(),
  name: z.string(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  email: z.string().optional(),
});

/** GET /{tenant}/discovery/v2.0/keys. RSA keys, as RFC 7517 has them. */
export const signingKeys = openObject({
  keys: z.array(
    openObject({
      kty: z.literal('RSA'),
      use: z.literal('sig'),
      kid: z.string(),
      x5t: z.string(),
      n: z.string(),
      e: z.string(),
    }),
  ),
});

/** GET /common/discovery/instance?api-version=1.1&authorization_endpoint=… */
export const entraInstance = openObject({
  tenant_discovery_endpoint: z.url(),
  'api-version': z.string(),
  metadata: z.array(openObject({ preferred_network: z.string(), preferred_cache: z.string(), aliases: texts })),
});
export type EntraInstance = z.infer<typeof entraInstance>;

/** POST /{tenant}/oauth2/v2.0/devicecode. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
export const deviceAuthorization = openObject({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url(),
  /** Seconds. */
  expires_in: z.number(),
  interval: z.number(),
  message: z.string(),
});
export type DeviceAuthorization = z.infer<typeof deviceAuthorization>;
