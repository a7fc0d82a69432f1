/** The tenant's name and id: GET /organization. */
import type { Call } from '@/lib/api/transport/call';
import { type GraphOrganization, graphOrganizationList } from '@/lib/wire/graph-directory/organization';

/** https://learn.microsoft.com/graph/api/resources/organization */
export type GraphOrganizations = {
  /** The one organisation the token belongs to. https://learn.microsoft.com/graph/api/organization-list */
  get(signal?: AbortSignal): Promise<GraphOrganization>;
};

/** Needs `Organization.Read.All`. Not exactly one organisation is an ApiError `UnexpectedReply`. */
export function graphOrganizations(call: Call): GraphOrganizations {
  return {
    async get(signal) {
      const query = { $select: 'id,displayName,tenantType,verifiedDomains' };
      const reply = graphOrganizationList.refine((list) => list.value.length === 1, 'expected one organization');
      const { value } = await call({ method: 'GET', path: '/v1.0/organization', query, signal, reply });
      const [organization] = value;
      if (organization === undefined) throw new Error('the schema has let an empty list through');
      return organization;
    },
  };
}
