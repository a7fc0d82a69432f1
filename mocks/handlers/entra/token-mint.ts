/**
 * Signs and checks tokens, and remembers whose were called in. Lifetimes run on real time, not on the tenant's clock:
 * the client that holds a token has only its own watch, and moving the tenant's clock must not sign everybody out.
 */
import { errors, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { guidOf } from '@/lib/base/random';
import { tenantFacts } from '@/mocks/store/tenant-facts';

/** Whoever issues access tokens to Microsoft's APIs: they are of version 1.0 to this day. */
export const issuer = `https://sts.windows.net/${tenantFacts.tenantId}/`;

export type TokenMint = {
  /** Adds times and a serial number, and signs. */
  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string>;
  /** The claims of an access token; why it is none of ours otherwise. */
  read(token: string): Promise<JWTPayload | 'invalid' | 'expired'>;
  /** Tokens have serial numbers, because two of one second have the same times. */
  nextSerial(): number;
  /** From now on, access tokens of this person or application are challenged; `sessions` ends refresh tokens too. */
  callIn(objectId: string, sessions: boolean): void;
  /** Whether a token with this serial was called in. */
  isCalledIn(objectId: string, serial: number, what: 'access' | 'session'): boolean;
  keys: JSONWebKeySet;
};

/** One pair for the process: a tenant that starts over doesn't make the tokens of its clients worthless. */
let keyPair: ReturnType<typeof generateKeyPair> | undefined;

/** Serial numbers travel in `uti`, the identifier Microsoft's own tokens carry. */
export const serialOf = (claims: JWTPayload): number => Number.parseInt(String(claims.uti), 36);

export async function createTokenMint(): Promise<TokenMint> {
  keyPair ??= generateKeyPair('RS256');
  const { publicKey, privateKey } = await keyPair;
  const kid = guidOf('signing-key').replaceAll('-', '').slice(0, 27);
  const key = { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig' };
  let serials = 0;
  const calledIn = { access: new Map<string, number>(), session: new Map<string, number>() };
  return {
    keys: { keys: [key] },
    nextSerial: () => ++serials,
    sign: (claims, lifetimeSeconds) => {
      const nowSeconds = Math.floor(Date.now() / 1000);
      return new SignJWT({ ...claims, uti: (++serials).toString(36).padStart(12, '0') })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })
        .setIssuedAt(nowSeconds)
        .setNotBefore(nowSeconds)
        .setExpirationTime(nowSeconds + lifetimeSeconds)
        .sign(privateKey);
    },
    read: async (token) => {
      try {
        return (await jwtVerify(token, publicKey, { issuer })).payload;
      } catch (failure) {
        // A token that doesn't verify is an answer, not a failure: the door turns it into the API's own 401.
        return failure instanceof errors.JWTExpired ? 'expired' : 'invalid';
      }
    },
    callIn: (objectId, sessions) => {
      calledIn.access.set(objectId, serials);
      if (sessions) calledIn.session.set(objectId, serials);
    },
    isCalledIn: (objectId, serial, what) => serial <= (calledIn[what].get(objectId) ?? 0),
  };
}
