/** The ways to a token. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow and its siblings */
import { createHash } from 'node:crypto';
import type { EntraToken } from '@/lib/wire/entra/token';
import type { Application } from '@/mocks/handlers/entra/applications';
import { clientInfo } from '@/mocks/handlers/entra/client-info';
import { refuseDisabled } from '@/mocks/handlers/entra/disabled-account';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { isCapable, issueIdToken, issueToApplication, issueToPerson } from '@/mocks/handlers/entra/issue-token';
import { applicationResource, grantedScopes, openIdWordsOf, scopeReply, wantedOf } from '@/mocks/handlers/entra/scopes';
import type { AuthorizationCode, Sessions } from '@/mocks/handlers/entra/sessions';
import type { SignInLog } from '@/mocks/handlers/entra/sign-in-log';
import { serialOf, type TokenMint } from '@/mocks/handlers/entra/token-mint';
import type { Person } from '@/mocks/store/directory';
import type { Store } from '@/mocks/store/store';

export type Asking = {
  request: Request;
  application: Application;
  form: URLSearchParams;
  mint: TokenMint;
  sessions: Sessions;
  store: Pick<Store, 'directory' | 'accounts'>;
  log: SignInLog;
};

export async function byClientCredentials({ application, form, mint }: Asking): Promise<EntraToken> {
  if (application.secret === null) {
    throw entraRefusal(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  const wanted = applicationResource(form.get('scope') ?? '');
  const issued = await issueToApplication(mint, application, wanted, isCapable(form.get('claims')));
  return {
    token_type: 'Bearer',
    expires_in: issued.expiresIn,
    ext_expires_in: issued.expiresIn,
    access_token: issued.token,
  };
}

/** The tokens of a person: for the API asked for, who they are, and what to come back with. */
async function tokensOf(
  { application, form, mint, sessions }: Asking,
  signedIn: { person: Person; serial: number; scope: string; nonce?: string | undefined },
): Promise<EntraToken> {
  const { person, serial, scope, nonce } = signedIn;
  const { clientId } = application;
  // Only OpenID's words: the token is good for asking who one is, as Microsoft's is.
  const wanted = wantedOf(scope) ?? wantedOf('User.Read');
  if (!wanted) throw entraRefusal(70011, "The provided value for the input parameter 'scope' is not valid.");
  const scopes = grantedScopes(application, wanted);
  const capable = isCapable(form.get('claims'));
  const issued = await issueToPerson(mint, { application, person, wanted, scopes, capable });
  const openId = openIdWordsOf(scope);
  return {
    token_type: 'Bearer',
    scope: scopeReply(wanted, scopes, openId),
    expires_in: issued.expiresIn,
    ext_expires_in: issued.expiresIn,
    access_token: issued.token,
    ...(openId.includes('offline_access')
      ? { refresh_token: sessions.refreshTokens.put({ clientId, person, scope, serial }) }
      : {}),
    ...(openId.includes('openid') ? { id_token: await issueIdToken(mint, application, person, nonce) } : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}),
  };
}

function refuseEnded({ mint, store }: Asking, person: Person, serial: number): void {
  refuseDisabled(store.accounts, person);
  if (!mint.isCalledIn(person.objectId, serial, 'session')) return;
  throw entraRefusal(
    50173,
    'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued before the TokensValidFrom date of this user.',
  );
}

/** Nobody was asked anything: what the logs call a non-interactive sign-in. */
async function silently(asking: Asking, signedIn: { person: Person; serial: number; scope: string }) {
  const tokens = await tokensOf(asking, signedIn);
  const { person, scope } = signedIn;
  asking.log(asking.request, { person, scope, application: asking.application, interactive: false });
  return tokens;
}

/** PKCE, RFC 7636: whoever redeems the code has to be who asked for it. */
function refuseWrongVerifier({ challenge }: AuthorizationCode, verifier: string | null): void {
  if (!challenge) return;
  const hashed = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  if (verifier && challenge.value === (challenge.method === 'S256' ? hashed : verifier)) return;
  throw entraRefusal(
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  );
}

/** The scopes for one token, and the words that came with the sign-in, so that a renewal brings another refresh token. */
const withOpenId = (asked: string | null, signedInWith: string): string =>
  asked ? [...new Set([asked, ...openIdWordsOf(signedInWith)])].join(' ') : signedInWith;

export async function byCode(asking: Asking): Promise<EntraToken> {
  const { application, form, sessions } = asking;
  const code = sessions.codes.get(form.get('code'));
  if (!code) throw entraRefusal(9002313, 'Invalid request. Request is malformed or invalid.');
  if (code === 'expired') {
    throw entraRefusal(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    );
  }
  if (code.clientId !== application.clientId) {
    throw entraRefusal(70000, 'Provided grant is invalid or malformed: the code was issued to another application.');
  }
  if (code.redeemed) {
    throw entraRefusal(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  const address = form.get('redirect_uri') ?? '';
  if (address !== code.redirectUri) {
    throw entraRefusal(
      500112,
      `The reply address '${address}' does not match the reply address '${code.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  refuseWrongVerifier(code, form.get('code_verifier'));
  refuseEnded(asking, code.person, code.serial);
  code.redeemed = true;
  return tokensOf(asking, { ...code, scope: withOpenId(form.get('scope'), code.scope) });
}

/** Microsoft doesn't revoke a refresh token that was used: the client gets another and forgets the old one. */
export async function byRefreshToken(asking: Asking): Promise<EntraToken> {
  const { application, form, sessions } = asking;
  const token = sessions.refreshTokens.get(form.get('refresh_token'));
  if (token === 'expired') {
    throw entraRefusal(70008, 'The provided authorization code or refresh token has expired due to inactivity.');
  }
  if (!token || token.clientId !== application.clientId) {
    throw entraRefusal(70000, 'Provided grant is invalid or malformed.');
  }
  refuseEnded(asking, token.person, token.serial);
  return silently(asking, { ...token, scope: withOpenId(form.get('scope'), token.scope) });
}

/** A service that holds a person's token for itself gets one for an API behind it, in that person's name. */
export async function onBehalfOf(asking: Asking): Promise<EntraToken> {
  const { application, form, mint, store } = asking;
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw entraRefusal(90014, "The required field 'requested_token_use' is missing from the request.");
  }
  const claims = await mint.read(form.get('assertion') ?? '');
  if (claims === 'expired' || claims === 'invalid') {
    throw entraRefusal(50013, 'Assertion failed signature validation, or is not within its valid time range.');
  }
  if (![application.clientId, `api://${application.clientId}`].includes(String(claims.aud))) {
    throw entraRefusal(
      500131,
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(claims.aud)}' and the expected audience is 'api://${application.clientId}'.`,
    );
  }
  const person = store.directory.byObjectId(String(claims.oid));
  if (!person || application.secret === null) throw entraRefusal(70000, 'Provided grant is invalid or malformed.');
  refuseEnded(asking, person, serialOf(claims));
  return silently(asking, { person, serial: serialOf(claims), scope: form.get('scope') ?? '' });
}

export async function byDeviceCode(asking: Asking): Promise<EntraToken> {
  const { application, form, sessions } = asking;
  const secret = form.get('device_code') ?? '';
  const device = sessions.devices.get(secret);
  if (device === 'expired') throw entraRefusal(70019, 'Verification code expired. Have the user retry the sign-in.');
  if (!device || device.clientId !== application.clientId) {
    throw entraRefusal(70018, 'Invalid verification code due to user typing in wrong user code for device code flow.');
  }
  if (device.answer === null) {
    throw entraRefusal(70016, 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.');
  }
  sessions.devices.drop(secret);
  if (device.answer === 'declined') {
    throw entraRefusal(65004, 'User declined to consent to access the app.');
  }
  refuseEnded(asking, device.answer.person, device.answer.serial);
  return tokensOf(asking, { ...device.answer, scope: device.scope });
}
