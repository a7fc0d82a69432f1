/**
 * Entra's refusals: OAuth's error word, and the AADSTS number that people search for.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
import { Refusal } from '@/mocks/handlers/manners/refusal';

type Known = { status?: number; error: string; suberror?: string };

const known = {
  16000: { error: 'interaction_required' },
  28000: { error: 'invalid_request' },
  50011: { error: 'invalid_request' },
  50013: { error: 'invalid_grant' },
  50027: { error: 'invalid_request' },
  50034: { error: 'invalid_grant' },
  50049: { error: 'invalid_instance' },
  50057: { error: 'invalid_grant' },
  50058: { error: 'login_required' },
  50059: { error: 'invalid_request' },
  50173: { error: 'invalid_grant', suberror: 'bad_token' },
  54005: { error: 'invalid_grant' },
  65001: { error: 'invalid_grant', suberror: 'consent_required' },
  65004: { error: 'access_denied' },
  70000: { error: 'invalid_grant' },
  70003: { error: 'unsupported_grant_type' },
  70008: { error: 'invalid_grant', suberror: 'token_expired' },
  70011: { error: 'invalid_scope' },
  70016: { error: 'authorization_pending' },
  70018: { error: 'bad_verification_code' },
  70019: { error: 'expired_token' },
  90002: { error: 'invalid_request' },
  90014: { error: 'invalid_request' },
  90023: { error: 'invalid_request' },
  500011: { error: 'invalid_resource' },
  500112: { error: 'invalid_grant' },
  500131: { error: 'invalid_grant' },
  501481: { error: 'invalid_grant' },
  501491: { error: 'invalid_grant' },
  650053: { error: 'invalid_scope' },
  700016: { error: 'unauthorized_client' },
  700021: { status: 401, error: 'invalid_client' },
  700023: { status: 401, error: 'invalid_client' },
  700024: { status: 401, error: 'invalid_client' },
  700025: { status: 401, error: 'invalid_client' },
  700027: { status: 401, error: 'invalid_client' },
  1002012: { error: 'invalid_scope' },
  7000215: { status: 401, error: 'invalid_client' },
  7000218: { status: 401, error: 'invalid_client' },
  9002313: { error: 'invalid_request' },
} as const satisfies Record<number, Known>;

export type EntraErrorCode = keyof typeof known;

export function entraRefusal(code: EntraErrorCode, message: string): Refusal {
  const { status = 400, error, suberror }: Known = known[code];
  const extra = {
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(suberror === undefined ? {} : { suberror }),
  };
  return new Refusal(status, error, `AADSTS${code}: ${message}`, { extra });
}
