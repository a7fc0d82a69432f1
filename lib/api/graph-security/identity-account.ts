/** Identities with their accounts, and what can be done to each: /security/identities/identityAccounts. */
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type GraphIdentityAccounts,
  type GraphInvokeActionRequest,
  type GraphInvokeActionResult,
  graphIdentityAccounts,
  graphIdentityAccountsList,
  graphInvokeActionResult,
} from '@/lib/wire/graph-security/identity-account';

/** https://learn.microsoft.com/graph/api/resources/security-identityaccounts */
export type GraphIdentityAccountsApi = {
  /** Pages; the filter is OData, its literals through `odataString`. */
  list(options?: { filter?: string; signal?: AbortSignal }): AsyncGenerator<GraphIdentityAccounts[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphIdentityAccounts>;
  /** https://learn.microsoft.com/graph/api/security-identityaccounts-invokeaction */
  invokeAction(id: string, body: GraphInvokeActionRequest, signal?: AbortSignal): Promise<GraphInvokeActionResult>;
};

/** v1.0. Reading needs `SecurityIdentitiesAccount.Read.All`, acting `SecurityIdentitiesActions.ReadWrite.All`. */
export function graphIdentityAccountsOf(call: Call): GraphIdentityAccountsApi {
  const root = '/v1.0/security/identities/identityAccounts';
  const path = (id: string) => `${root}/${segment(id)}`;
  return {
    async *list({ filter, signal } = {}) {
      const query = { $filter: filter };
      const first = { method: 'GET', path: root, query, signal, reply: graphIdentityAccountsList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply: graphIdentityAccounts }),
    invokeAction: (id, body, signal) =>
      call({ method: 'POST', path: `${path(id)}/invokeAction`, body, signal, reply: graphInvokeActionResult }),
  };
}
