/** Entra's token endpoint: POST /{tenant}/oauth2/v2.0/token, whatever the grant. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** Sent as a form (application/x-www-form-urlencoded), not as JSON. */
export type EntraTokenRequest = {
  grant_type: 'client_credentials';
  client_id: string;
  client_secret: string;
  /** One resource per token: `https://graph.microsoft.com/.default`. */
  scope: string;
};

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export const entraToken = openObject({
  token_type: z.string(),
  /** Seconds. */
  expires_in: z.coerce.number(),
  ext_expires_in: z.coerce.number().optional(),
  access_token: z.string(),
  /** What was granted, by delegated grants only. */
  scope: z.string().optional(),
  /** With `offline_access`. */
  refresh_token: z.string().optional(),
  /** With `openid`. */
  id_token: z.string().optional(),
  /** For MSAL, which sends `client_info=1`: base64url of `{uid, utid}`. */
  client_info: z.string().optional(),
});
export type EntraToken = z.infer<typeof entraToken>;

/** A refusal. `error_description` starts with the AADSTS code and ends with trace and correlation ids. */
export const entraError = openObject({
  error: z.string(),
  /** What would help: `consent_required`, `bad_token`, `token_expired`. */
  suberror: optionalText,
  error_description: optionalText,
  error_codes: z.array(z.number()).nullish(),
  timestamp: optionalText,
  trace_id: optionalText,
  correlation_id: optionalText,
});
