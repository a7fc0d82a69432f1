/**
 * What the door knows about the request being answered: who asks, by which origin, when. Handlers read it from the
 * asynchronous context, because MSW hands them a clone of the request that nothing can be pinned to.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { ApiName } from '@/mocks/handlers/manners/apis';

export type Caller = {
  /** The application's client id. */
  clientId: string;
  /** What the directory calls the one who acts: `lastModifiedBy`, comment authors. */
  displayName: string;
  objectId: string;
  /** Application roles as the token lists them; a delegated token has none. */
  roles: readonly string[];
  /** Azure roles on the workspace. */
  azureRoles: readonly string[];
  /** Delegated scopes as the token lists them; an application on its own has none. */
  scopes: readonly string[];
  /** Who signed in, when the token is delegated. `displayName` and `objectId` above are theirs then. */
  user: { upn: string; directoryRoles: readonly string[] } | null;
};

export type Exchange = {
  api: ApiName;
  host: string;
  /** What stands before `/<microsoft-host>/` in links of the reply; empty when Microsoft's own host was asked. */
  origin: string;
  requestId: string;
  clientRequestId: string;
  /** The tenant's time, ISO 8601. */
  at: string;
  caller: Caller | null;
  /** The door itself, for a request that carries others. */
  again(request: Request): Promise<Response>;
};

const storage = new AsyncLocalStorage<Exchange>();

export const withExchange = <T>(exchange: Exchange, answer: () => Promise<T>): Promise<T> =>
  storage.run(exchange, answer);

export function currentExchange(): Exchange {
  const exchange = storage.getStore();
  if (!exchange) throw new Error('a handler ran outside the tenant’s door');
  return exchange;
}

/** Who is asking. Only for handlers behind a token: the door let nobody else through. */
export function currentCaller(): Caller {
  const { caller } = currentExchange();
  if (!caller) throw new Error('a handler that needs a caller stands on a host without tokens');
  return caller;
}

/** A link to another page of the same tenant, on the origin that the request came in by. */
export function linkTo(microsoftUrl: string): string {
  const { origin } = currentExchange();
  return origin === '' ? microsoftUrl : `${origin}/${microsoftUrl.replace(/^https:\/\//, '')}`;
}
