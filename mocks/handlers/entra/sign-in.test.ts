import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  deviceAuthorization,
  entraInstance,
  openIdConfiguration,
  signingKeys,
  userInfo,
} from '@/lib/wire/entra/discovery';
import { entraError, entraToken } from '@/lib/wire/entra/token';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { askOf, list, queryUrl } from '@/mocks/testing/ask';
import {
  askAuthorize,
  askToken,
  choosePerson,
  entraRoot,
  form,
  type Parameters,
  redeem,
  redirectUri,
  returned,
  signInAs,
} from '@/mocks/testing/sign-in';
import { smallTenant } from '@/mocks/testing/small-tenant';

const maya = 'maya.chen@contoso.com';
const host = 'https://login.microsoftonline.com';
const commandLine = '00000000-0000-0000-0000-00000000c11e';
let tenant: Tenant;

beforeEach(async () => {
  tenant = await smallTenant({ rows: 0, incidents: 1 });
});
afterEach(async () => {
  vi.useRealTimers();
  await tenant.close();
});

const get = async (url: string): Promise<unknown> => (await tenant.fetch(new Request(url))).json();
const later = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });

async function refusal(reply: Response): Promise<[status: number, error: string, code: number | undefined]> {
  const body = entraError.parse(await reply.json());
  return [reply.status, body.error, body.error_codes?.[0]];
}

describe('discovery', () => {
  it.each([tenantFacts.tenantId, 'contoso.com', 'common', 'organizations'])('describes %s', async (name) => {
    const found = openIdConfiguration.parse(await get(`${host}/${name}/v2.0/.well-known/openid-configuration`));
    const anybody = name === 'common' || name === 'organizations';
    expect(found.issuer).toBe(`${host}/${anybody ? '{tenantid}' : tenantFacts.tenantId}/v2.0`);
    expect(signingKeys.parse(await get(found.jwks_uri)).keys).toHaveLength(1);
  });

  it('stays on the origin it was asked by', async () => {
    const url = `https://localhost:4443/login.microsoftonline.com/common/v2.0/.well-known/openid-configuration`;
    const found = openIdConfiguration.parse(await get(url));
    expect(found.token_endpoint).toBe('https://localhost:4443/login.microsoftonline.com/common/oauth2/v2.0/token');
  });

  it('knows its own authorities and no others', async () => {
    const url = (of: string) => `${host}/common/discovery/instance?api-version=1.1&authorization_endpoint=${of}`;
    const found = entraInstance.parse(await get(url(`${host}/contoso.com/oauth2/v2.0/authorize`)));
    expect(found.metadata[0]?.aliases).toContain('login.microsoftonline.com');
    expect(await refusal(await tenant.fetch(new Request(url('nonsense'))))).toEqual([400, 'invalid_instance', 50049]);
  });

  it('has never heard of other tenants', async () => {
    const reply = await tenant.fetch(new Request(`${host}/fabrikam.example/v2.0/.well-known/openid-configuration`));
    expect(await refusal(reply)).toEqual([400, 'invalid_request', 90002]);
  });
});

describe('the sign-in page', () => {
  it('lists the personas, the expected one first, and nothing on it can run', async () => {
    const page = await askAuthorize(tenant, { login_hint: 'sam.okoye@contoso.com', state: '"><script>x</script>' });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html.indexOf('Sam Okoye')).toBeLessThan(html.indexOf('Maya Chen'));
    expect(html).toContain('Security Reader');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sends the code, the state and nothing else to the application', async () => {
    const back = await choosePerson(tenant, maya);
    expect(back.status).toBe(302);
    expect(back.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/auth\/callback\?/);
    expect([...returned(back).keys()].sort()).toEqual(['code', 'state']);
    expect(returned(back).get('state')).toBe('state-1');
    const posted = await choosePerson(tenant, maya, { response_mode: 'form_post' });
    expect(await posted.text()).toContain(`action="${redirectUri}"`);
    const fragment = await choosePerson(tenant, maya, { response_mode: 'fragment' });
    expect(new URL(fragment.headers.get('location') ?? '').hash).toContain('code=');
  });

  it('shows what is wrong instead of sending it to an address nobody registered', async () => {
    for (const [change, code] of [
      [{ redirect_uri: 'https://attacker.example/steal' }, 'AADSTS50011'],
      [{ redirect_uri: 'http://localhost:3000/auth/callback/../steal' }, 'AADSTS50011'],
      [{ client_id: '<img src=x>' }, 'AADSTS700016'],
    ] as const) {
      const page = await askAuthorize(tenant, change);
      expect([page.status, page.headers.get('location')]).toEqual([400, null]);
      const html = await page.text();
      expect(html).toContain(code);
      expect(html).not.toContain('<img');
    }
  });

  it.each<[string, Parameters, string, string]>([
    ['a token instead of a code', { response_type: 'token' }, 'unsupported_response_type', 'AADSTS700054'],
    ['no scope', { scope: undefined }, 'invalid_request', 'AADSTS90014'],
    ['two resources', { scope: 'User.Read https://management.azure.com/.default' }, 'invalid_request', 'AADSTS28000'],
    ['what nobody consented to', { scope: 'Mail.Read' }, 'invalid_grant', 'AADSTS65001'],
    ['silence, and nobody is there', { prompt: 'none' }, 'login_required', 'AADSTS50058'],
  ])('tells the application: %s', async (_, change, error, code) => {
    const back = returned(await askAuthorize(tenant, change));
    expect([back.get('error'), back.get('state')]).toEqual([error, 'state-1']);
    expect(back.get('error_description')).toContain(code);
  });

  it('knows a browser again, until its sessions are revoked', async () => {
    const cookie = (await choosePerson(tenant, maya)).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(returned(await askAuthorize(tenant, { prompt: 'none' }, cookie)).get('code')).toBeTruthy();
    const other = await askAuthorize(tenant, { prompt: 'none', login_hint: 'sam.okoye@contoso.com' }, cookie);
    expect(returned(other).get('error')).toBe('interaction_required');
    expect((await askAuthorize(tenant, { prompt: 'login' }, cookie)).status).toBe(200);
    await revoke(maya);
    expect(returned(await askAuthorize(tenant, { prompt: 'none' }, cookie)).get('error')).toBe('login_required');
  });

  it('takes no for an answer, and complains about strangers', async () => {
    const declined = await choosePerson(tenant, maya, { cancel: '1' });
    expect(returned(declined).get('error')).toBe('access_denied');
    expect(returned(await choosePerson(tenant, '', { other: maya })).get('code')).toBeTruthy();
    expect(await (await choosePerson(tenant, 'nobody@contoso.com')).text()).toContain('AADSTS50034');
  });
});

const revoke = (userPrincipalName: string) =>
  tenant.fetch(
    new Request('https://tenant.onequeue.test/challenges', {
      method: 'POST',
      body: JSON.stringify({ userPrincipalName, sessions: true }),
    }),
  );

describe('a code', () => {
  it('becomes tokens that verify with the published key and say who and what', async () => {
    const tokens = await signInAs(tenant, maya);
    const keys = signingKeys.parse(await get(`${entraRoot}/discovery/v2.0/keys`));
    const verify = (token: string, audience: string, issuer: string) =>
      jwtVerify(token, createLocalJWKSet(keys), { audience, issuer });
    const id = await verify(tokens.id_token ?? '', tenantFacts.clientId, `${entraRoot}/v2.0`);
    expect(id.payload).toMatchObject({ nonce: 'nonce-1', preferred_username: maya, name: 'Maya Chen', ver: '2.0' });
    const sts = `https://sts.windows.net/${tenantFacts.tenantId}/`;
    const access = await verify(tokens.access_token, 'https://graph.microsoft.com', sts);
    expect(access.payload).toMatchObject({ idtyp: 'user', upn: maya, oid: id.payload.oid, ver: '1.0' });
    expect(String(access.payload.scp).split(' ')).toContain('SecurityIncident.ReadWrite.All');
    expect(access.payload.roles).toBeUndefined();
  });

  it('becomes a token that says the same of its owner as the ID token', async () => {
    const tokens = await signInAs(tenant, maya);
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const answer = await askOf(tenant)('graph.microsoft.com/oidc/userinfo', { as: 'nobody', headers });
    expect(userInfo.parse(answer.body)).toMatchObject({ sub: decodeJwt(tokens.id_token ?? '').sub, name: 'Maya Chen' });
    expect((await askOf(tenant)('graph.microsoft.com/oidc/userinfo')).status).toBe(403);
  });

  it('carries only the scopes asked for', async () => {
    const tokens = await signInAs(tenant, maya, {
      scope: 'openid User.Read https://graph.microsoft.com/ThreatHunting.Read.All',
    });
    expect(decodeJwt(tokens.access_token).scp).toBe('User.Read ThreatHunting.Read.All');
    expect(tokens.refresh_token).toBeUndefined();
  });

  it('is good once, for whoever holds the verifier, at the address it was sent to, for ten minutes', async () => {
    const fresh = async () => returned(await choosePerson(tenant, maya)).get('code');
    const code = await fresh();
    const wrong = await redeem(tenant, code, { code_verifier: 'something-else' });
    expect(await refusal(wrong)).toEqual([400, 'invalid_grant', 501481]);
    expect(await refusal(await redeem(tenant, code, { code_verifier: undefined }))).toEqual([
      400,
      'invalid_grant',
      501481,
    ]);
    const elsewhere = await redeem(tenant, code, { redirect_uri: 'http://localhost:3000/' });
    expect(await refusal(elsewhere)).toEqual([400, 'invalid_grant', 500112]);
    const another = await redeem(tenant, code, { client_id: '00000000-0000-0000-0000-00000000feed' });
    expect(await refusal(another)).toEqual([400, 'invalid_grant', 70000]);
    expect(await refusal(await redeem(tenant, code, { client_secret: undefined }))).toEqual([
      401,
      'invalid_client',
      7000218,
    ]);
    expect((await redeem(tenant, code)).status).toBe(200);
    expect(await refusal(await redeem(tenant, code))).toEqual([400, 'invalid_grant', 54005]);
    const late = await fresh();
    later(11);
    expect(await refusal(await redeem(tenant, late))).toEqual([400, 'invalid_grant', 70008]);
    expect(await refusal(await redeem(tenant, 'made-up'))).toEqual([400, 'invalid_request', 9002313]);
  });
});

describe('a refresh token', () => {
  const renew = (token: string | undefined, scope?: string) =>
    askToken(tenant, { grant_type: 'refresh_token', refresh_token: token, scope });

  it('brings a token for another API, and the next refresh token', async () => {
    const first = await signInAs(tenant, maya);
    const reply = await renew(first.refresh_token, 'https://management.azure.com/user_impersonation');
    const next = entraToken.parse(await reply.json());
    expect(decodeJwt(next.access_token)).toMatchObject({
      aud: 'https://management.azure.com',
      scp: 'user_impersonation',
    });
    expect(next.refresh_token).not.toBe(first.refresh_token);
    expect((await renew(next.refresh_token)).status).toBe(200);
  });

  it('ends when the sessions of its owner are revoked, and nobody else’s does', async () => {
    const [hers, his] = [await signInAs(tenant, maya), await signInAs(tenant, 'sam.okoye@contoso.com')];
    await revoke(maya);
    expect(await refusal(await renew(hers.refresh_token))).toEqual([400, 'invalid_grant', 50173]);
    expect((await renew(his.refresh_token)).status).toBe(200);
    expect((await renew((await signInAs(tenant, maya)).refresh_token)).status).toBe(200);
  });

  it('is worth nothing to another application or made up', async () => {
    expect(await refusal(await renew('made-up'))).toEqual([400, 'invalid_grant', 70000]);
  });
});

describe('what an administrator does to an account', () => {
  const renew = (token: string | undefined) => askToken(tenant, { grant_type: 'refresh_token', refresh_token: token });
  const user = `graph.microsoft.com/v1.0/users/${maya}`;

  it('revokeSignInSessions of Graph ends its refresh tokens', async () => {
    const { refresh_token } = await signInAs(tenant, maya);
    await askOf(tenant)(`${user}/revokeSignInSessions`, { method: 'POST' });
    expect(await refusal(await renew(refresh_token))).toEqual([400, 'invalid_grant', 50173]);
    expect((await renew((await signInAs(tenant, maya)).refresh_token)).status).toBe(200);
  });

  it('a disabled account neither signs in nor renews, until it is enabled again', async () => {
    const { refresh_token } = await signInAs(tenant, maya);
    const enable = (accountEnabled: boolean) => askOf(tenant)(user, { method: 'PATCH', body: { accountEnabled } });
    await enable(false);
    expect(await refusal(await renew(refresh_token))).toEqual([400, 'invalid_grant', 50057]);
    expect(await (await choosePerson(tenant, maya)).text()).toContain('AADSTS50057');
    await enable(true);
    expect(await refusal(await renew(refresh_token))).toEqual([400, 'invalid_grant', 50173]);
    expect((await choosePerson(tenant, maya)).status).toBe(302);
  });
});

describe('on behalf of somebody', () => {
  const exchange = (assertion: string, change: Parameters = {}) =>
    askToken(tenant, {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      scope: 'https://graph.microsoft.com/SecurityIncident.Read.All',
      assertion,
      ...change,
    });

  it('exchanges a token for the application itself, and no other', async () => {
    const own = await signInAs(tenant, maya, { scope: `api://${tenantFacts.clientId}/access_as_user` });
    const tokens = entraToken.parse(await (await exchange(own.access_token)).json());
    expect(decodeJwt(tokens.access_token)).toMatchObject({ upn: maya, scp: 'SecurityIncident.Read.All' });
    const graph = await signInAs(tenant, maya);
    expect(await refusal(await exchange(graph.access_token))).toEqual([400, 'invalid_grant', 500131]);
    expect(await refusal(await exchange('nonsense'))).toEqual([400, 'invalid_grant', 50013]);
    expect(await refusal(await exchange(own.access_token, { requested_token_use: undefined }))).toEqual([
      400,
      'invalid_request',
      90014,
    ]);
  });
});

describe('a device', () => {
  it('waits until somebody types its code elsewhere', async () => {
    const ask = (url: string, fields: Parameters) =>
      tenant.fetch(new Request(url, { method: 'POST', body: form(fields) }));
    const scope = 'openid offline_access User.Read';
    const begun = await ask(`${entraRoot}/oauth2/v2.0/devicecode`, { client_id: commandLine, scope });
    const device = deviceAuthorization.parse(await begun.json());
    const poll = () =>
      askToken(tenant, {
        client_id: commandLine,
        client_secret: undefined,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device.device_code,
      });
    expect(await refusal(await poll())).toEqual([400, 'authorization_pending', 70016]);
    expect((await ask(device.verification_uri, { otc: 'WRONG', username: maya })).status).toBe(400);
    expect((await ask(device.verification_uri, { otc: device.user_code.toLowerCase(), username: maya })).status).toBe(
      200,
    );
    expect(decodeJwt(entraToken.parse(await (await poll()).json()).access_token)).toMatchObject({ upn: maya });
    expect(await refusal(await poll())).toEqual([400, 'bad_verification_code', 70018]);
  });
});

it('writes sign-ins down where a hunt finds them', async () => {
  const { refresh_token } = await signInAs(tenant, maya);
  await askToken(tenant, {
    grant_type: 'refresh_token',
    refresh_token,
    scope: 'https://management.azure.com/.default',
  });
  const hunt = async (table: string) => {
    const query = `${table} | where AppDisplayName == 'OneQueue' | project UserPrincipalName, ResourceDisplayName, ResultType`;
    return list((await askOf(tenant)(queryUrl, { method: 'POST', body: { query } })).body, 'tables', 0, 'rows');
  };
  expect(await hunt('SigninLogs')).toEqual([[maya, 'Microsoft Graph', '0']]);
  expect(await hunt('AADNonInteractiveUserSignInLogs')).toEqual([[maya, 'Windows Azure Service Management API', '0']]);
});

it('takes the secret of an application in the header as well, and gives a public one no token of its own', async () => {
  const grant = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };
  const authorization = `Basic ${btoa(`${tenantFacts.clientId}:demo`)}`;
  const reply = await askToken(tenant, { ...grant, client_id: undefined, client_secret: undefined }, { authorization });
  expect(decodeJwt(entraToken.parse(await reply.json()).access_token)).toMatchObject({ idtyp: 'app' });
  expect(await refusal(await askToken(tenant, { ...grant, client_id: commandLine }))).toEqual([
    401,
    'invalid_client',
    700025,
  ]);
});
