/** People of the tenant: GET /users. */
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type GraphUser,
  graphRevokeSignInSessionsReply,
  graphUser,
  graphUserList,
} from '@/lib/wire/graph-directory/user';

/** Which users; without a filter all of them. */
export type ListUsers = {
  /** An OData filter; literals from outside through `odataString`. */
  filter?: string;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/graph/api/resources/user */
export type GraphUsers = {
  /** Pages of users, with the properties of `GraphUser` only. https://learn.microsoft.com/graph/api/user-list */
  list(options?: ListUsers): AsyncGenerator<GraphUser[]>;
  /** By object id or user principal name, with the same properties and since when sessions count. */
  get(id: string, signal?: AbortSignal): Promise<GraphUser>;
  /** Who the token speaks for; applications have no `me`. */
  me(signal?: AbortSignal): Promise<GraphUser>;
  /** https://learn.microsoft.com/graph/api/user-update */
  setEnabled(id: string, accountEnabled: boolean, signal?: AbortSignal): Promise<void>;
  /** Everybody who is signed in as this user has to sign in again. https://learn.microsoft.com/graph/api/user-revokesigninsessions */
  revokeSignInSessions(id: string, signal?: AbortSignal): Promise<void>;
};

const properties = 'id,displayName,userPrincipalName,mail,jobTitle,department,accountEnabled';
const one = { $select: `${properties},signInSessionsValidFromDateTime` };

/**
 * v1.0. Needs `User.Read.All`; the two that change something `User.EnableDisableAccount.All` and
 * `User.RevokeSessions.All`.
 */
export function graphUsers(call: Call): GraphUsers {
  const path = (id: string) => `/v1.0/users/${segment(id)}`;
  return {
    async *list({ filter, signal } = {}) {
      const query = {
        $select: properties,
        $top: 999,
        $filter: filter,
      };
      for await (const page of pages(call, {
        method: 'GET',
        path: '/v1.0/users',
        query,
        signal,
        reply: graphUserList,
      })) {
        yield page.value;
      }
    },
    get: (id, signal) => call({ method: 'GET', path: path(id), query: one, signal, reply: graphUser }),
    me: (signal) => call({ method: 'GET', path: '/v1.0/me', query: one, signal, reply: graphUser }),
    setEnabled: async (id, accountEnabled, signal) => {
      await call({ method: 'PATCH', path: path(id), body: { accountEnabled }, signal, ...emptyReply });
    },
    revokeSignInSessions: async (id, signal) => {
      const reply = graphRevokeSignInSessionsReply;
      await call({ method: 'POST', path: `${path(id)}/revokeSignInSessions`, signal, reply });
    },
  };
}
