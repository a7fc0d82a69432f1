/**
 * Who may do what. A token is for one API only; within it Graph asks for application roles, Azure for a role on the
 * workspace. The refusals are the ones Microsoft gives.
 */

import type { TokenMint } from '@/mocks/handlers/entra/token-mint';
import { type ApiName, audiences } from '@/mocks/handlers/manners/apis';
import type { Caller } from '@/mocks/handlers/manners/exchange';
import { graphPermissions } from '@/mocks/handlers/manners/graph-permissions';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type Guarded = Exclude<ApiName, 'entra' | 'control'>;

const challenge = {
  'www-authenticate': 'Bearer authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
};

function unauthorized(api: Guarded, why: 'missing' | 'invalid'): Refusal {
  const refuse = (code: string, message: string) => new Refusal(401, code, message, { headers: challenge });
  if (api === 'arm') {
    return why === 'missing'
      ? refuse('AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.")
      : refuse('InvalidAuthenticationToken', 'The access token is invalid.');
  }
  if (api === 'logs') return refuse('AuthorizationRequiredError', 'Valid authentication was not provided');
  if (api === 'endpoint') return refuse('Unauthorized', 'Invalid Authorization payload.');
  return refuse(
    'InvalidAuthenticationToken',
    why === 'missing' ? 'Access token is empty.' : 'Access token validation failure. Invalid signature or lifetime.',
  );
}

function wrongAudience(api: Guarded, audience: string): Refusal {
  if (api === 'logs') {
    const message = `The access token has been obtained for wrong audience or resource '${audience}'. It should be for '${audiences.logs[0]}'.`;
    return new Refusal(403, 'InvalidAuthenticationTokenAudience', message);
  }
  const message =
    api === 'arm'
      ? `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences '${audiences.arm.join("','")}'.`
      : 'Access token validation failure. Invalid audience.';
  const code = api === 'arm' ? 'InvalidAuthenticationTokenAudience' : 'InvalidAuthenticationToken';
  return new Refusal(401, code, message, { headers: challenge });
}

function requireGraphRole(caller: Caller, method: string, path: string): void {
  const rule = graphPermissions.find((line) => line.method.test(method) && line.path.test(path));
  if (!rule || rule.roles.some((role) => caller.roles.includes(role))) return;
  const message = `Missing application roles. API required roles: ${rule.roles.join(', ')}, application roles: ${caller.roles.join(', ')}.`;
  throw new Refusal(403, 'Forbidden', message);
}

function requireAzureRole(caller: Caller, method: string, path: string): void {
  const reads = method === 'GET' || method === 'POST';
  if (reads || caller.azureRoles.includes('Microsoft Sentinel Responder')) return;
  const noun = /Microsoft\.SecurityInsights\/([A-Za-z]+)/i.exec(path)?.[1] ?? 'incidents';
  const verb = method === 'DELETE' ? 'delete' : 'write';
  const message =
    `The client '${caller.clientId}' with object id '${caller.objectId}' does not have authorization to perform action ` +
    `'Microsoft.SecurityInsights/${noun}/${verb}' over scope '${tenantFacts.workspaceResourceId}' or the scope is invalid. ` +
    'If access was recently granted, please refresh your credentials.';
  throw new Refusal(403, 'AuthorizationFailed', message);
}

/** The caller behind the request's token; throws the API's own refusal. Entra and the control host need none. */
export async function authorize(api: ApiName, request: Request, mint: TokenMint): Promise<Caller | null> {
  if (api === 'entra' || api === 'control') return null;
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!token) throw unauthorized(api, 'missing');
  const held = await mint.read(token);
  if (!held) throw unauthorized(api, 'invalid');
  if (!audiences[api].includes(held.audience.replace(/\/$/, ''))) throw wrongAudience(api, held.audience);
  const { pathname } = new URL(request.url);
  if (api === 'graph') requireGraphRole(held.caller, request.method, pathname);
  if (api === 'arm') requireAzureRole(held.caller, request.method, pathname);
  return held.caller;
}
