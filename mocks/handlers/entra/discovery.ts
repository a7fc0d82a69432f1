/** Where Entra's endpoints are and the keys it signs with. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
import { HttpResponse, http } from 'msw';

import type { EntraInstance, OpenIdConfiguration } from '@/lib/wire/entra/discovery';
import { applicationOf } from '@/mocks/handlers/entra/applications';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { pairwise } from '@/mocks/handlers/entra/issue-token';
import { entraHost, isAnybody, requireTenant } from '@/mocks/handlers/entra/tenant-name';
import { currentCaller, linkTo } from '@/mocks/handlers/manners/exchange';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { Services } from '@/mocks/handlers/services';
import type { Directory } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

/** Stands on Graph's host and takes Graph's tokens. https://learn.microsoft.com/entra/identity-platform/userinfo */
const userInfo = 'https://graph.microsoft.com/oidc/userinfo';

function whoIsAsking(directory: Directory) {
  const { clientId, objectId, user } = currentCaller();
  const person = user ? directory.byObjectId(objectId) : undefined;
  const application = applicationOf(clientId);
  if (!person || !application) {
    throw new Refusal(403, 'Forbidden', 'UserInfo is for tokens of people; an application on its own is nobody.');
  }
  return {
    sub: pairwise(application, person),
    name: person.displayName,
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.upn,
  };
}

function configuration(name: string): OpenIdConfiguration {
  // Whoever asks for "common" learns the tenant only from the token.
  const root = linkTo(`${entraHost}/${isAnybody(name) ? name : tenantFacts.tenantId}`);
  return {
    issuer: linkTo(`${entraHost}/${isAnybody(name) ? '{tenantid}' : tenantFacts.tenantId}/v2.0`),
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${root}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    userinfo_endpoint: linkTo(userInfo),
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['plain', 'S256'],
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'ver', 'tid', 'oid', 'uti'],
      ...['name', 'preferred_username', 'email'],
    ],
    request_uri_parameter_supported: false,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    tenant_region_scope: 'NA',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
}

const aliases = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];

/** Answers clients that want to know whether an authority is Microsoft's before they send it anything. */
function instance(request: Request): EntraInstance {
  const asked = new URL(request.url).searchParams.get('authorization_endpoint') ?? '';
  const path = URL.canParse(asked) ? new URL(asked).pathname : '';
  const tenant = /\/([^/]+)\/oauth2\/(?:v2\.0\/)?authorize$/.exec(path)?.[1];
  if (tenant === undefined) throw entraRefusal(50049, 'Unknown or invalid instance.');
  const name = requireTenant(tenant);
  return {
    tenant_discovery_endpoint: linkTo(`${entraHost}/${name}/v2.0/.well-known/openid-configuration`),
    'api-version': '1.1',
    metadata: [{ preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases }],
  };
}

export const discoveryHandlers = ({ mint, store }: Services) => [
  http.get(userInfo, () => HttpResponse.json(whoIsAsking(store.directory))),
  http.get(`${entraHost}/common/discovery/instance`, ({ request }) => HttpResponse.json(instance(request))),
  http.get(`${entraHost}/:tenant/v2.0/.well-known/openid-configuration`, ({ params }) =>
    HttpResponse.json(configuration(requireTenant(params.tenant))),
  ),
  http.get(`${entraHost}/:tenant/discovery/v2.0/keys`, ({ params }) => {
    requireTenant(params.tenant);
    return HttpResponse.json(mint.keys);
  }),
];
