/** `@azure/msal-node`: a person signs in with code and PKCE, gets tokens for other APIs in silence, and is thrown out. */
import { ConfidentialClientApplication, CryptoProvider, InteractionRequiredAuthError } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import {
  clientId,
  clientSecret,
  loginHost,
  order,
  origin,
  tenantId,
} from '@/e2e/contract/microsoft-clients/connection';

const redirectUri = 'http://localhost:3000/auth/callback';

const application = () =>
  new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: `${loginHost}/${tenantId}`,
      knownAuthorities: [new URL(origin).host],
    },
  });

/** What the sign-in page would send: the fields it hides, and the person who was clicked. */
function filledIn(html: string, upn: string): URLSearchParams {
  const plain = (text = '') =>
    text.replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? "'",
    );
  const form = html.slice(html.indexOf('<form'), html.indexOf('</form>'));
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return new URLSearchParams([...hidden.map(([, name, value]) => [plain(name), plain(value)]), ['username', upn]]);
}

/** A browser, as far as signing in needs one: the page, the click, and where it leads. */
async function browse(url: string, upn: string): Promise<URL> {
  const html = await (await fetch(url)).text();
  const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? '';
  const clicked = await fetch(action, { method: 'POST', body: filledIn(html, upn), redirect: 'manual' });
  return new URL(clicked.headers.get('location') ?? '');
}

async function signIn(upn: string, scopes: string[]) {
  const msal = application();
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await msal.getAuthCodeUrl({
    scopes,
    redirectUri,
    state: 'here & there',
    loginHint: upn,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  });
  const back = await browse(url, upn);
  const code = back.searchParams.get('code') ?? '';
  const result = await msal.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier });
  return { msal, result, state: back.searchParams.get('state') };
}

export const personToken = async (upn: string, scope: string): Promise<string> =>
  (await signIn(upn, [scope])).result.accessToken;

export async function signInOfAPerson() {
  const { msal, result, state } = await signIn('maya.chen@contoso.com', ['https://graph.microsoft.com/.default']);
  const { account } = result;
  if (!account) throw new Error('MSAL found no account in the reply');
  const silent = (scope: string, forceRefresh = false) =>
    msal.acquireTokenSilent({ account, scopes: [scope], forceRefresh });
  const again = await silent('https://graph.microsoft.com/.default');
  const azure = await silent('https://management.azure.com/user_impersonation');
  await order('challenges', { userPrincipalName: 'maya.chen@contoso.com', sessions: true });
  const thrownOut = await silent('https://api.loganalytics.io/Data.Read', true).then(
    () => 'still in',
    (error: unknown) =>
      error instanceof InteractionRequiredAuthError ? error.errorMessage.slice(0, 'AADSTS50173'.length) : String(error),
  );
  return {
    state,
    account: { username: account.username, name: account.name, tenantId: account.tenantId },
    fromCache: again.fromCache,
    azure: { aud: decodeJwt(azure.accessToken).aud, scp: decodeJwt(azure.accessToken).scp, fromCache: azure.fromCache },
    thrownOut,
  };
}

export async function applicationOfMsal() {
  const result = await application().acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  return { roles: decodeJwt(result?.accessToken ?? '').roles };
}
