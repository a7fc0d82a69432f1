/** People of the tenant: GET /users. */
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { type GraphUser, graphUserList } from '@/lib/wire/graph-directory/user';

export type ListUsers = {
  /** An OData filter; literals from outside through `odataString`. */
  filter?: string;
  signal?: AbortSignal;
};

export type GraphUsers = {
  /** Pages of users, with the properties of `GraphUser` only. https://learn.microsoft.com/graph/api/user-list */
  list(options?: ListUsers): AsyncGenerator<GraphUser[]>;
};

export function graphUsers(call: Call): GraphUsers {
  return {
    async *list({ filter, signal } = {}) {
      const query = {
        $select: 'id,displayName,userPrincipalName,mail,jobTitle,department,accountEnabled',
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
  };
}
