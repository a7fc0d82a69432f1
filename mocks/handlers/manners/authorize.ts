/**
 * Who may do what. A token is for one API only. Within it an application needs a permission of its own; a person needs
 * the application's delegated permission and a role besides. Azure asks for roles on the workspace and nothing else.
 * The refusals are the ones Microsoft gives.
 */
import type { JWTPayload } from 'jose';
import { holderOf } from '@/mocks/handlers/entra/issue-token';
import { serialOf, type TokenMint } from '@/mocks/handlers/entra/token-mint';
import { type ApiName, audiences, type ProtectedApi } from '@/mocks/handlers/manners/apis';
import { allowsAzure, azureActionOf, queriesLogs, runsPlaybooks } from '@/mocks/handlers/manners/azure-roles';
import { allowsPerson, azureRolesFor } from '@/mocks/handlers/manners/directory-roles';
import { endpointPermissions } from '@/mocks/handlers/manners/endpoint-permissions';
import type { Caller } from '@/mocks/handlers/manners/exchange';
import { graphPermissions } from '@/mocks/handlers/manners/graph-permissions';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import { calledIn, unauthorized, wrongAudience } from '@/mocks/handlers/manners/unauthorized';
import type { Directory } from '@/mocks/store/directory';
import { tenantFacts } from '@/mocks/store/tenant-facts';

type Judge = (caller: Caller, method: string, path: string) => void;

/** Any one of the scopes will do, if the person may use it. */
const personMay = ({ scopes, user }: Caller, wanted: readonly string[]): boolean =>
  wanted.some((scope) => scopes.includes(scope) && user !== null && allowsPerson(user.directoryRoles, scope));

const requireGraph: Judge = (caller, method, path) => {
  const rule = graphPermissions.find((line) => line.method.test(method) && line.path.test(path));
  if (!rule) return;
  if (!caller.user) {
    if (rule.roles.some((role) => caller.roles.includes(role))) return;
    const message = `Missing application roles. API required roles: ${rule.roles.join(', ')}, application roles: ${caller.roles.join(', ')}.`;
    throw new Refusal(403, 'Forbidden', message);
  }
  if (personMay(caller, rule.roles)) return;
  // The directory and the security services each say it in their own way.
  throw /^\/[^/]+\/security\//i.test(path)
    ? new Refusal(403, 'Forbidden', 'Auth token does not contain valid permissions or user does not have valid roles.')
    : new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
};

const requireAzure: Judge = (caller, method, path) => {
  const action = azureActionOf(method, path);
  const actions = /\/runPlaybook$/i.test(path) ? [action, runsPlaybooks()] : [action];
  const consented = !caller.user || caller.scopes.includes('user_impersonation');
  const refused = actions.find((one) => !consented || !allowsAzure(caller.azureRoles, one));
  if (refused === undefined) return;
  const message =
    `The client '${caller.user?.upn ?? caller.clientId}' with object id '${caller.objectId}' does not have authorization to perform action ` +
    `'${refused}' over scope '${tenantFacts.workspaceResourceId}' or the scope is invalid. ` +
    'If access was recently granted, please refresh your credentials.';
  throw new Refusal(403, 'AuthorizationFailed', message);
};

const requireLogs: Judge = (caller) => {
  const consented = !caller.user || caller.scopes.includes('Data.Read');
  if (consented && allowsAzure(caller.azureRoles, queriesLogs)) return;
  throw new Refusal(
    403,
    'InsufficientAccessError',
    'The provided credentials have insufficient access to perform the requested operation',
  );
};

const requireEndpoint: Judge = (caller, method, path) => {
  const rule = endpointPermissions.find((line) => line.method.test(method) && line.path.test(path));
  if (!rule) return;
  if (caller.user) {
    if (personMay(caller, rule.scopes)) return;
    throw new Refusal(403, 'Forbidden', 'The user does not have the required permissions to access the resource.');
  }
  if (rule.roles.some((role) => caller.roles.includes(role))) return;
  const message = `The application does not have any of the required application permissions (${rule.roles.join(', ')}) to access the resource.`;
  throw new Refusal(403, 'Forbidden', message);
};

const judges: Record<ProtectedApi, Judge> = {
  graph: requireGraph,
  arm: requireAzure,
  logs: requireLogs,
  endpoint: requireEndpoint,
};

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Who holds the token, as the directory knows them now; undefined when it doesn't any more. */
function callerOf(claims: JWTPayload, directory: Directory): Caller | undefined {
  const application = holderOf(claims);
  if (!application) return undefined;
  const { clientId } = application;
  if (claims.idtyp !== 'user') {
    const { displayName, objectId, azureRoles } = application;
    return { clientId, displayName, objectId, roles: textsOf(claims.roles), azureRoles, scopes: [], user: null };
  }
  const person = directory.byObjectId(String(claims.oid));
  if (!person) return undefined;
  return {
    clientId,
    displayName: person.displayName,
    objectId: person.objectId,
    roles: [],
    azureRoles: azureRolesFor(person.roles),
    scopes: String(claims.scp).split(' '),
    user: { upn: person.upn, directoryRoles: person.roles },
  };
}

/** The caller behind the request's token; throws the API's own refusal. Entra and the control host need none. */
export async function authorize(
  api: ApiName,
  request: Request,
  { mint, store }: { mint: TokenMint; store: { directory: Directory } },
): Promise<Caller | null> {
  if (api === 'entra' || api === 'control') return null;
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!token) throw unauthorized(api, 'missing');
  const claims = await mint.read(token);
  if (claims === 'invalid' || claims === 'expired') throw unauthorized(api, claims);
  const audience = String(claims.aud);
  if (!audiences[api].includes(audience)) throw wrongAudience(api, audience);
  const caller = callerOf(claims, store.directory);
  if (!caller) throw unauthorized(api, 'invalid');
  // Clients that never said they understand a challenge keep their tokens to the end, as at Microsoft.
  const capable = textsOf(claims.xms_cc).includes('cp1');
  if (capable && mint.isCalledIn(caller.objectId, serialOf(claims), 'access')) throw calledIn(api);
  judges[api](caller, request.method, new URL(request.url).pathname);
  return caller;
}
