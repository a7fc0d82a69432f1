/** The tokens themselves: what an application, a person and an ID token say. */
import type { JWTPayload } from 'jose';
import { guidOf } from '@/lib/base/random';
import { type Application, applicationOf } from '@/mocks/handlers/entra/applications';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import type { Wanted } from '@/mocks/handlers/entra/scopes';
import { issuer, type TokenMint } from '@/mocks/handlers/entra/token-mint';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import type { Person } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const usualSeconds = 3599;
/** Whoever can be told that a token was called in may keep it for a day. */
const capableSeconds = 86_399;

export type Issued = { token: string; expiresIn: number };

/** What a client says of itself in `claims`: it understands challenges, or answers one. */
export function isCapable(claims: string | null | undefined): boolean {
  if (!claims) return false;
  try {
    const parsed: unknown = JSON.parse(claims);
    const at = (json: unknown, name: string): unknown =>
      typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
    const values = at(at(at(parsed, 'access_token'), 'xms_cc'), 'values');
    return Array.isArray(values) && values.some((value) => String(value).toLowerCase() === 'cp1');
  } catch {
    throw entraRefusal(9002313, "Invalid request. The value of parameter 'claims' is not valid JSON.");
  }
}

async function issue(mint: TokenMint, claims: JWTPayload, capable: boolean): Promise<Issued> {
  const expiresIn = capable ? capableSeconds : usualSeconds;
  const all = {
    iss: issuer,
    tid: tenantFacts.tenantId,
    ver: '1.0',
    ...(capable ? { xms_cc: ['cp1'] } : {}),
    ...claims,
  };
  return { token: await mint.sign(all, expiresIn), expiresIn };
}

export function issueToApplication(mint: TokenMint, to: Application, wanted: Wanted, capable: boolean) {
  return issue(
    mint,
    {
      aud: wanted.audience,
      sub: to.objectId,
      oid: to.objectId,
      appid: to.clientId,
      appidacr: '1',
      app_displayname: to.displayName,
      idtyp: 'app',
      roles: wanted.api === null ? [] : [...to.roles[wanted.api]],
    },
    capable,
  );
}

/** The same person under another name for each application, so that two of them can't compare notes. */
export const pairwise = (application: Application, person: Person): string =>
  guidOf(`subject/${application.clientId}/${person.objectId}`).replaceAll('-', '');

export function issueToPerson(
  mint: TokenMint,
  on: { application: Application; person: Person; wanted: Wanted; scopes: readonly string[]; capable: boolean },
) {
  const { application, person, wanted, scopes, capable } = on;
  return issue(
    mint,
    {
      aud: wanted.audience,
      sub: pairwise(application, person),
      oid: person.objectId,
      appid: application.clientId,
      appidacr: application.secret === null ? '0' : '1',
      app_displayname: application.displayName,
      idtyp: 'user',
      amr: ['pwd', 'mfa'],
      name: person.displayName,
      given_name: person.givenName,
      family_name: person.familyName,
      upn: person.upn,
      unique_name: person.upn,
      scp: scopes.join(' '),
    },
    capable,
  );
}

/** https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export function issueIdToken(mint: TokenMint, to: Application, person: Person, nonce: string | undefined) {
  return mint.sign(
    {
      iss: linkTo(`https://login.microsoftonline.com/${tenantFacts.tenantId}/v2.0`),
      aud: to.clientId,
      sub: pairwise(to, person),
      oid: person.objectId,
      tid: tenantFacts.tenantId,
      name: person.displayName,
      preferred_username: person.upn,
      email: person.upn,
      ver: '2.0',
      ...(nonce === undefined ? {} : { nonce }),
    },
    usualSeconds,
  );
}

/** The application a token was made for, if it is still registered. */
export const holderOf = (claims: JWTPayload): Application | undefined => applicationOf(String(claims.appid));
