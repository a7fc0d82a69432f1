/**
 * Signs and checks access tokens. Lifetimes run on real time, not on the tenant's clock: the client that holds a token
 * has only its own watch, and moving the tenant's clock must not sign everybody out.
 */
import { exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { guidOf } from '@/lib/base/random';
import { applicationOf } from '@/mocks/handlers/entra/applications';
import type { Caller } from '@/mocks/handlers/manners/exchange';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const tokenLifetimeSeconds = 3599;
export const issuer = `https://sts.windows.net/${tenantFacts.tenantId}/`;

export type TokenMint = {
  sign(clientId: string, audience: string): Promise<string>;
  /** Who holds the token and what it is for; null when it isn't one of ours or has run out. */
  read(token: string): Promise<{ audience: string; caller: Caller } | null>;
  keys: JSONWebKeySet;
};

/** One pair for the process: a tenant that starts over doesn't make the tokens of its clients worthless. */
let keyPair: ReturnType<typeof generateKeyPair> | undefined;

export async function createTokenMint(): Promise<TokenMint> {
  keyPair ??= generateKeyPair('RS256');
  const { publicKey, privateKey } = await keyPair;
  const kid = guidOf('signing-key').replaceAll('-', '').slice(0, 27);
  const key = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    keys: { keys: [key] },
    sign: (clientId, audience) => {
      const application = applicationOf(clientId);
      return new SignJWT({
        appid: clientId,
        app_displayname: application?.displayName,
        idtyp: 'app',
        oid: application?.objectId,
        roles: application?.roles,
        tid: tenantFacts.tenantId,
        ver: '1.0',
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuer(issuer)
        .setSubject(application?.objectId ?? clientId)
        .setAudience(audience)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime(`${tokenLifetimeSeconds}s`)
        .sign(privateKey);
    },
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, { issuer });
        const caller = applicationOf(String(payload.appid));
        return caller && typeof payload.aud === 'string' ? { audience: payload.aud, caller } : null;
      } catch {
        // A token that doesn't verify is an answer, not a failure: the door turns it into the API's own 401.
        return null;
      }
    },
  };
}
