/**
 * What a client asks for: one resource, some of its permissions, and OpenID's own words beside them.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
import type { Application } from '@/mocks/handlers/entra/applications';
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { audiences, type ProtectedApi } from '@/mocks/handlers/manners/apis';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export type Wanted = {
  /** The resource as the client spelt it: it comes back in `aud`. */
  audience: string;
  /** Null for an application's own API. */
  api: ProtectedApi | null;
  /** Permissions by name; empty when everything consented to is meant. */
  names: readonly string[];
  everything: boolean;
};

const openIdWords = ['openid', 'profile', 'email', 'offline_access'];
const graph = 'https://graph.microsoft.com';
const ownScope = 'access_as_user';
const everythingSuffix = '.default';

const wordsOf = (scope: string): string[] => scope.split(/\s+/).filter(Boolean);

export const openIdWordsOf = (scope: string): string[] => wordsOf(scope).filter((word) => openIdWords.includes(word));

/** `https://graph.microsoft.com/User.Read` → resource and name; a bare name is Graph's. */
function split(word: string): { resource: string; name: string } {
  if (!word.includes('/')) return { resource: graph, name: word };
  const at = word.lastIndexOf('/');
  return { resource: word.slice(0, at).replace(/\/$/, ''), name: word.slice(at + 1) };
}

function apiOfResource(resource: string): ProtectedApi | null | undefined {
  const apis: readonly ProtectedApi[] = ['graph', 'arm', 'logs', 'endpoint'];
  const api = apis.find((candidate) => audiences[candidate].includes(resource));
  if (api) return api;
  // The console's own API: what a browser holds a token for, to be exchanged on the user's behalf.
  return [`api://${tenantFacts.clientId}`, tenantFacts.clientId].includes(resource) ? null : undefined;
}

/** Null when only OpenID's words are asked for. Throws Entra's refusal of scopes that make no sense. */
export function wantedOf(scope: string): Wanted | null {
  const words = wordsOf(scope)
    .filter((word) => !openIdWords.includes(word))
    .map(split);
  const [first] = words;
  if (!first) return null;
  if (words.some(({ resource }) => resource !== first.resource)) {
    throw entraRefusal(
      28000,
      'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    );
  }
  const api = apiOfResource(first.resource);
  if (api === undefined) {
    throw entraRefusal(
      500011,
      `The resource principal named ${first.resource} was not found in the tenant named ${tenantFacts.displayName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    );
  }
  const names = words.map(({ name }) => name);
  const everything = names.includes(everythingSuffix);
  return { audience: first.resource, api, names: names.filter((name) => name !== everythingSuffix), everything };
}

/** The one resource of an application's own token: `https://graph.microsoft.com/.default` and nothing else. */
export function applicationResource(scope: string): Wanted {
  const wanted = wordsOf(scope).filter((word) => !openIdWords.includes(word));
  const [only] = wanted;
  if (wanted.length !== 1 || !only?.endsWith(`/${everythingSuffix}`)) {
    throw entraRefusal(
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const parsed = wantedOf(scope);
  if (!parsed) throw entraRefusal(70011, `The provided value for the input parameter 'scope' is not valid.`);
  return parsed;
}

/** The delegated permissions a token will carry. Throws when one of them was never consented to. */
export function grantedScopes(application: Application, wanted: Wanted): readonly string[] {
  const consented = wanted.api === null ? [ownScope] : application.delegated[wanted.api];
  if (wanted.everything) return consented;
  const missing = wanted.names.find((name) => !consented.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (missing !== undefined) {
    throw entraRefusal(
      65001,
      `The user or administrator has not consented to use the application with ID '${application.clientId}' named '${application.displayName}'. Send an interactive authorization request for this user and resource.`,
    );
  }
  return consented.filter((one) => wanted.names.some((name) => name.toLowerCase() === one.toLowerCase()));
}

/** `scope` of a token reply: what was granted, spelt with its resource. */
export function scopeReply(wanted: Wanted | null, granted: readonly string[], openId: readonly string[]): string {
  const names = wanted?.everything ? [...granted, everythingSuffix] : granted;
  const full = names.map((name) => `${wanted?.audience ?? graph}/${name}`);
  return [...full, ...openId.filter((word) => word !== 'offline_access')].join(' ');
}
