/** Who Entra ID Protection holds to be at risk. One request a second for the whole tenant, and no Retry-After. */
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { type GraphRiskyUser, graphRiskyUser, graphRiskyUserList } from '@/lib/wire/graph-directory/risky-user';

/** What an administrator can say of a risk, in Graph's names of the actions. */
export const riskVerdicts = ['confirmCompromised', 'confirmSafe', 'dismiss'] as const;
export type RiskVerdict = (typeof riskVerdicts)[number];

/** https://learn.microsoft.com/graph/api/resources/riskyuser */
export type GraphRiskyUsers = {
  /** Pages; the filter is OData. https://learn.microsoft.com/graph/api/riskyuser-list */
  list(options?: { filter?: string; signal?: AbortSignal }): AsyncGenerator<GraphRiskyUser[]>;
  /** By the user's object id; an ApiError of status 404 for somebody who never was at risk. */
  get(id: string, signal?: AbortSignal): Promise<GraphRiskyUser>;
  /** For at most 60 users. https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised */
  judge(verdict: RiskVerdict, userIds: readonly string[], signal?: AbortSignal): Promise<void>;
};

/** v1.0. Reading needs `IdentityRiskyUser.Read.All`, judging `IdentityRiskyUser.ReadWrite.All`. */
export function graphRiskyUsers(call: Call): GraphRiskyUsers {
  const root = '/v1.0/identityProtection/riskyUsers';
  return {
    async *list({ filter, signal } = {}) {
      const query = { $filter: filter };
      const first = { method: 'GET', path: root, query, signal, reply: graphRiskyUserList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: `${root}/${segment(id)}`, signal, reply: graphRiskyUser }),
    judge: async (verdict, userIds, signal) => {
      await call({ method: 'POST', path: `${root}/${verdict}`, body: { userIds }, signal, ...emptyReply });
    },
  };
}
