/**
 * A client that proves itself with a certificate: a JWT about itself, signed with the key whose certificate is
 * registered with the application. https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
import { X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Application } from '@/mocks/handlers/entra/applications';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { entraHost } from '@/mocks/handlers/entra/tenant-name';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Microsoft takes these two. */
const algorithms = ['RS256', 'PS256'];

/** PEM certificates by the thumbprints that a JWT's header may name: SHA-1 (`x5t`) and SHA-256 (`x5t#S256`). */
export type RegisteredCertificates = {
  find(application: Application, header: Readonly<Record<string, unknown>>): X509Certificate | undefined;
};

const base64Url = (fingerprint: string): string =>
  Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');

/** All of them belong to the console's own application. */
export function registeredCertificates(pems: readonly string[]): RegisteredCertificates {
  const known = pems.map((pem) => new X509Certificate(pem));
  return {
    find: ({ clientId }, header) =>
      clientId === tenantFacts.clientId
        ? known.find(
            (one) => header['x5t#S256'] === base64Url(one.fingerprint256) || header.x5t === base64Url(one.fingerprint),
          )
        : undefined,
  };
}

function readable(assertion: string): { header: Record<string, unknown>; claims: JWTPayload } {
  try {
    return { header: { ...decodeProtectedHeader(assertion) }, claims: decodeJwt(assertion) };
  } catch {
    // Whatever was sent, it is no JWT; Entra's words say so.
    throw entraRefusal(50027, 'JWT token is invalid or malformed.');
  }
}

/** By its own name or by this tenant's, as Microsoft's address or as the one that the client knows. */
function audiences(): string[] {
  const names = [tenantFacts.tenantId, tenantFacts.domain, 'common', 'organizations'];
  const urls = names.flatMap((name) => [`${entraHost}/${name}/oauth2/v2.0/token`, `${entraHost}/${name}/v2.0`]);
  return urls.flatMap((url) => [url, linkTo(url)]);
}

async function verify(assertion: string, certificate: X509Certificate): Promise<void> {
  try {
    await jwtVerify(assertion, certificate.publicKey, { algorithms, requiredClaims: ['exp'], clockTolerance: 300 });
  } catch (failure) {
    if (failure instanceof errors.JWTExpired || failure instanceof errors.JWTClaimValidationFailed) {
      throw entraRefusal(700024, 'Client assertion is not within its valid time range.');
    }
    throw entraRefusal(
      700027,
      'The certificate with identifier used to sign the client assertion did not sign it: the signature is invalid.',
    );
  }
}

/** Throws Entra's refusal unless the assertion proves that this is the application. */
export async function proveByAssertion(
  application: Application,
  form: URLSearchParams,
  certificates: RegisteredCertificates,
): Promise<void> {
  if (form.get('client_assertion_type') !== assertionType) {
    throw entraRefusal(
      90014,
      "The required field 'client_assertion_type' is missing from the request or has a value that is not supported.",
    );
  }
  const assertion = form.get('client_assertion') ?? '';
  const { header, claims } = readable(assertion);
  if (claims.sub !== application.clientId || claims.iss !== application.clientId) {
    throw entraRefusal(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
  }
  const named = [claims.aud ?? []].flat();
  if (!named.some((one) => audiences().includes(one))) {
    throw entraRefusal(700023, 'Client assertion audience claim does not match Realm issuer.');
  }
  const certificate = certificates.find(application, header);
  if (!certificate) {
    const thumbprint = String(header['x5t#S256'] ?? header.x5t ?? '');
    throw entraRefusal(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}']`,
    );
  }
  await verify(assertion, certificate);
}
