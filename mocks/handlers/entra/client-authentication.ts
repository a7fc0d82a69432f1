/** Which application asks for a token, and whether it is the one it says it is. */
import { timingSafeEqual } from 'node:crypto';
import { type Application, applicationOf } from '@/mocks/handlers/entra/applications';
import { proveByAssertion, type RegisteredCertificates } from '@/mocks/handlers/entra/client-assertion';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { unknownApplication } from '@/mocks/handlers/entra/sign-in-request';

type Credentials = { clientId: string; secret: string | null };

/** `client_secret_basic`: both parts are form-encoded before they are joined. RFC 6749, 2.3.1 */
function fromHeader(request: Request): Credentials | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return null;
  const [clientId = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decoded = (part: string) => new URLSearchParams(`v=${part}`).get('v') ?? '';
  return { clientId: decoded(clientId), secret: decoded(secret) };
}

const same = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** Throws when nobody of that name is registered. */
export function clientOf(request: Request, form: URLSearchParams): { application: Application; secret: string | null } {
  const { clientId, secret } = fromHeader(request) ?? {
    clientId: form.get('client_id') ?? '',
    secret: form.get('client_secret'),
  };
  if (clientId === '') {
    throw entraRefusal(90014, "The required field 'client_id' is missing from the request.");
  }
  const application = applicationOf(clientId);
  if (!application) throw unknownApplication(clientId);
  return { application, secret };
}

/** A confidential client proves itself with every token, by secret or certificate; a public one has nothing to prove it with. */
export async function authenticated(
  request: Request,
  form: URLSearchParams,
  certificates: RegisteredCertificates,
): Promise<Application> {
  const { application, secret } = clientOf(request, form);
  const asserts = form.has('client_assertion');
  if (application.secret === null) {
    if (!asserts && secret === null) return application;
    throw entraRefusal(
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    );
  }
  if (asserts) {
    await proveByAssertion(application, form, certificates);
    return application;
  }
  if (secret === null) {
    throw entraRefusal(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (!same(secret, application.secret)) {
    throw entraRefusal(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${application.clientId}'.`,
    );
  }
  return application;
}
