/** The 401s: no token, a token that is none, one that ran out, one for another API, one that was called in. */
import { audiences, type ProtectedApi } from '@/mocks/handlers/manners/apis';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { Refusal } from '@/mocks/handlers/manners/refusal';

const challengeWith = (...parts: string[]): Record<string, string> => ({
  'www-authenticate': [
    `Bearer realm="", authorization_uri="${linkTo('https://login.microsoftonline.com/common/oauth2/authorize')}"`,
    ...parts,
  ].join(', '),
});

type Reason = 'missing' | 'invalid' | 'expired';

const words: Record<ProtectedApi, Record<Reason, readonly [code: string, message: string]>> = {
  graph: {
    missing: ['InvalidAuthenticationToken', 'Access token is empty.'],
    invalid: ['InvalidAuthenticationToken', 'Access token validation failure. Invalid signature or lifetime.'],
    expired: ['InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  },
  arm: {
    missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
    invalid: ['InvalidAuthenticationToken', 'The access token is invalid.'],
    expired: ['ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.'],
  },
  logs: {
    missing: ['AuthorizationRequiredError', 'Valid authentication was not provided'],
    invalid: ['AuthorizationRequiredError', 'Valid authentication was not provided'],
    expired: ['InvalidTokenError', 'The provided authentication is not valid for this resource'],
  },
  endpoint: {
    missing: ['Unauthorized', 'Invalid Authorization payload.'],
    invalid: ['Unauthorized', 'Invalid Authorization payload.'],
    expired: ['Unauthorized', 'Invalid Authorization payload.'],
  },
};

export function unauthorized(api: ProtectedApi, why: Reason): Refusal {
  const [code, message] = words[api][why];
  const headers = why === 'missing' ? challengeWith() : challengeWith('error="invalid_token"');
  return new Refusal(401, code, message, { headers });
}

export function wrongAudience(api: ProtectedApi, audience: string): Refusal {
  if (api === 'logs') {
    const message = `The access token has been obtained for wrong audience or resource '${audience}'. It should be for '${audiences.logs[0]}'.`;
    return new Refusal(403, 'InvalidAuthenticationTokenAudience', message);
  }
  const message =
    api === 'arm'
      ? `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences '${audiences.arm.join("','")}'.`
      : 'Access token validation failure. Invalid audience.';
  const code = api === 'arm' ? 'InvalidAuthenticationTokenAudience' : 'InvalidAuthenticationToken';
  return new Refusal(401, code, message, { headers: challengeWith('error="invalid_token"') });
}

/**
 * Continuous access evaluation: the token was called in before its time, and whoever can says so to Entra and comes
 * back with a newer one. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function calledIn(api: ProtectedApi): Refusal {
  const notBefore = Math.floor(Date.now() / 1000);
  const claims = { access_token: { nbf: { essential: true, value: String(notBefore) } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const message =
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp';
  return new Refusal(401, api === 'endpoint' ? 'Unauthorized' : 'InvalidAuthenticationToken', message, {
    headers: challengeWith('error="insufficient_claims"', `claims="${encoded}"`),
  });
}
