/** Entra ID: tokens for applications, the keys they are signed with, and where to find all that. */
import { HttpResponse, http } from 'msw';
import { applicationOf } from '@/mocks/handlers/entra/applications';
import { issuer, tokenLifetimeSeconds } from '@/mocks/handlers/entra/token-mint';
import { audiences } from '@/mocks/handlers/manners/apis';
import { linkTo } from '@/mocks/handlers/manners/exchange';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup } from '@/mocks/handlers/services';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const host = 'https://login.microsoftonline.com';
const tenantNames: readonly string[] = [tenantFacts.tenantId, tenantFacts.domain];

function requireTenant(name: string): void {
  if (tenantNames.includes(name.toLowerCase())) return;
  throw new Refusal(
    400,
    'invalid_request',
    `AADSTS90002: Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

/** One scope, one resource: `https://graph.microsoft.com/.default`. */
function audienceOf(scope: string): string {
  const wanted = scope.split(' ').filter((one) => !['openid', 'profile', 'offline_access'].includes(one));
  const [resource] = wanted;
  if (wanted.length !== 1 || !resource?.endsWith('/.default')) {
    throw new Refusal(
      400,
      'invalid_scope',
      `AADSTS1002012: The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const audience = resource.slice(0, -'/.default'.length).replace(/\/$/, '');
  if (!Object.values(audiences).some((known) => known.includes(audience))) {
    throw new Refusal(
      400,
      'invalid_resource',
      `AADSTS500011: The resource principal named ${audience} was not found in the tenant named ${tenantFacts.displayName}.`,
    );
  }
  return audience;
}

export const tokenHandlers: HandlerGroup = ({ mint }) => [
  http.post(`${host}/:tenant/oauth2/v2.0/token`, async ({ request, params }) => {
    requireTenant(String(params.tenant));
    const form = new URLSearchParams(await request.text());
    const grant = form.get('grant_type');
    if (grant !== 'client_credentials') {
      throw new Refusal(
        400,
        'unsupported_grant_type',
        `AADSTS70003: The app requested an unsupported grant type '${grant ?? ''}'.`,
      );
    }
    const clientId = form.get('client_id') ?? '';
    const application = applicationOf(clientId);
    if (!application) {
      throw new Refusal(
        400,
        'unauthorized_client',
        `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${tenantFacts.displayName}'.`,
      );
    }
    if (form.get('client_secret') !== application.secret) {
      throw new Refusal(
        401,
        'invalid_client',
        `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
      );
    }
    return HttpResponse.json(
      {
        token_type: 'Bearer',
        expires_in: tokenLifetimeSeconds,
        ext_expires_in: tokenLifetimeSeconds,
        access_token: await mint.sign(clientId, audienceOf(form.get('scope') ?? '')),
      },
      { headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' } },
    );
  }),

  http.get(`${host}/:tenant/v2.0/.well-known/openid-configuration`, ({ params }) => {
    requireTenant(String(params.tenant));
    const root = linkTo(`${host}/${tenantFacts.tenantId}`);
    return HttpResponse.json({
      issuer: `${root}/v2.0`,
      access_token_issuer: issuer,
      authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
      token_endpoint: `${root}/oauth2/v2.0/token`,
      jwks_uri: `${root}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      tenant_region_scope: 'NA',
    });
  }),

  http.get(`${host}/:tenant/discovery/v2.0/keys`, ({ params }) => {
    if (params.tenant !== 'common') requireTenant(String(params.tenant));
    return HttpResponse.json(mint.keys);
  }),
];
