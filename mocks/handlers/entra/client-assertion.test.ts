/** A client that proves itself with a certificate, and what Entra says when it doesn't. */
import { createHash, X509Certificate } from 'node:crypto';
import { importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entraToken } from '@/lib/wire/entra/token';
import { graphUser } from '@/lib/wire/graph-directory/user';
import { type Certificates, makeCertificates } from '@/mocks/certificates';
import { tenantFacts } from '@/mocks/store/tenant-facts';
import type { Tenant } from '@/mocks/tenant';
import { askOf, field } from '@/mocks/testing/ask';
import { askToken, entraRoot, signInAs } from '@/mocks/testing/sign-in';
import { smallTenant } from '@/mocks/testing/small-tenant';

let tenant: Tenant;
let certificates: Certificates;
beforeAll(async () => {
  certificates = await makeCertificates();
  tenant = await smallTenant({ rows: 0, incidents: 1, clientCertificates: [certificates.clientCert] });
});
afterAll(() => tenant.close());

const { clientId } = tenantFacts;
const thumbprint = (pem: string, hash: 'sha1' | 'sha256') =>
  createHash(hash).update(new X509Certificate(pem).raw).digest('base64url');
const now = () => Math.floor(Date.now() / 1000);

type Assertion = { claims?: JWTPayload; alg?: string; header?: Record<string, string>; key?: string };

async function assertion({ claims, alg = 'PS256', header, key }: Assertion = {}): Promise<string> {
  const named = header ?? { 'x5t#S256': thumbprint(certificates.clientCert, 'sha256') };
  return new SignJWT({
    iss: clientId,
    sub: clientId,
    aud: `${entraRoot}/oauth2/v2.0/token`,
    jti: 'once',
    nbf: now() - 60,
    exp: now() + 600,
    ...claims,
  })
    .setProtectedHeader({ alg, typ: 'JWT', ...named })
    .sign(await importPKCS8(key ?? certificates.clientKey, alg));
}

const ask = (client_assertion: string, change: Record<string, string | undefined> = {}) =>
  askToken(tenant, {
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
    client_secret: undefined,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion,
    ...change,
  });

describe('a client assertion', () => {
  it.each([
    ['PS256 and the SHA-256 thumbprint', {}],
    ['RS256 and the SHA-1 thumbprint', { alg: 'RS256', sha1: true }],
    ['the issuer as audience', { claims: { aud: `${entraRoot}/v2.0` } }],
  ])('opens Graph with %s', async (_, { sha1, ...change }: Assertion & { sha1?: boolean }) => {
    const header = sha1 ? { header: { x5t: thumbprint(certificates.clientCert, 'sha1') } } : {};
    const reply = await ask(await assertion({ ...change, ...header }));
    expect(reply.status).toBe(200);
    const { access_token: token } = entraToken.parse(await reply.json());
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await askOf(tenant)('graph.microsoft.com/v1.0/organization', { as: 'nobody', headers });
    expect(status).toBe(200);
  });

  it.each<[string, Assertion, string]>([
    ['of somebody else', { claims: { sub: 'x' } }, 'AADSTS700021'],
    ['for another audience', { claims: { aud: 'https://graph.microsoft.com' } }, 'AADSTS700023'],
    ['that is over', { claims: { exp: now() - 3600, nbf: now() - 7200 } }, 'AADSTS700024'],
    ['that is not valid yet', { claims: { nbf: now() + 3600, exp: now() + 7200 } }, 'AADSTS700024'],
    ['with a certificate nobody registered', { header: { x5t: 'bm9ib2R5' } }, 'AADSTS700027'],
  ])('%s is refused', async (_, change, code) => {
    const reply = await ask(await assertion(change));
    const body: unknown = await reply.json();
    expect([reply.status, field(body, 'error')]).toEqual([401, 'invalid_client']);
    expect(field(body, 'error_description')).toContain(code);
  });

  it('signed by another key than the one it names is refused', async () => {
    const reply = await ask(await assertion({ key: certificates.key }));
    expect(field(await reply.json(), 'error_description')).toContain('AADSTS700027');
  });

  it('that is no JWT is refused, as is one without its type', async () => {
    expect(field(await (await ask('nonsense')).json(), 'error_description')).toContain('AADSTS50027');
    const untyped = await ask(await assertion(), { client_assertion_type: undefined });
    expect(field(await untyped.json(), 'error_description')).toContain('AADSTS90014');
  });

  it('is not for the application that has no certificate, nor for a public client', async () => {
    const reader = '00000000-0000-0000-0000-00000000feed';
    const other = await ask(await assertion({ claims: { iss: reader, sub: reader } }), { client_id: reader });
    expect(field(await other.json(), 'error_description')).toContain('AADSTS700027');
    const command = '00000000-0000-0000-0000-00000000c11e';
    const open = await ask(await assertion({ claims: { iss: command, sub: command } }), { client_id: command });
    expect(field(await open.json(), 'error_description')).toContain('AADSTS700025');
  });
});

describe('GET /me', () => {
  it('is the person whom the token speaks for, and nobody for an application', async () => {
    const { access_token: token } = await signInAs(tenant, 'maya.chen@contoso.com');
    const headers = { authorization: `Bearer ${token}` };
    const select = '$select=id,displayName,userPrincipalName,jobTitle,accountEnabled';
    const me = await askOf(tenant)(`graph.microsoft.com/v1.0/me?${select}`, { as: 'nobody', headers });
    expect(graphUser.parse(me.body)).toMatchObject({
      userPrincipalName: 'maya.chen@contoso.com',
      displayName: 'Maya Chen',
      accountEnabled: true,
    });
    const application = await askOf(tenant)('graph.microsoft.com/v1.0/me');
    expect([application.status, field(application.body, 'error', 'code')]).toEqual([400, 'BadRequest']);
  });
});
