/** Groups of the tenant and their members: GET /groups, GET /groups/{id}/members. */
import type { Call } from '@/lib/api/transport/call';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type GraphGroup,
  type GraphGroupMember,
  graphGroup,
  graphGroupList,
  graphGroupMemberList,
} from '@/lib/wire/graph-directory/group';

/** Which groups; without anything all of them. */
export type ListGroups = {
  /** An OData filter. */
  filter?: string;
  /** Words of the display name, each the beginning of one: `soc tier` finds `SOC Tier 2`. */
  words?: string;
  /** Objects a page; at most 999. */
  top?: number;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/graph/api/resources/group */
export type GraphGroups = {
  /** Pages of groups, with the properties of `GraphGroup` that tell them apart. https://learn.microsoft.com/graph/api/group-list */
  list(options?: ListGroups): AsyncGenerator<GraphGroup[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphGroup>;
  /** Direct members only: who is in a group of the group is not listed. */
  members(id: string, signal?: AbortSignal): AsyncGenerator<GraphGroupMember[]>;
};

const properties = 'id,displayName,description,mail,securityEnabled,groupTypes';

/** One clause of `$search`. Quotes and backslashes are escaped by a backslash. */
function searchOf(words: string): string {
  return `"displayName:${words.replaceAll(/["\\]/gu, '\\$&')}"`;
}

/** `$search` is answered from an index that follows changes later. https://learn.microsoft.com/graph/aad-advanced-queries */
const eventual = { ConsistencyLevel: 'eventual' };

/** Needs `GroupMember.Read.All`. Asks for the properties that the console shows, so much of `GraphGroup` is missing. */
export function graphGroups(call: Call): GraphGroups {
  const path = (id: string) => `/v1.0/groups/${segment(id)}`;
  return {
    async *list({ filter, words, top = 999, signal } = {}) {
      const advanced =
        words === undefined
          ? { query: {} }
          : { query: { $search: searchOf(words), $count: 'true' }, headers: eventual };
      for await (const page of pages(call, {
        method: 'GET',
        path: '/v1.0/groups',
        ...advanced,
        query: { $select: properties, $top: top, $filter: filter, ...advanced.query },
        signal,
        reply: graphGroupList,
      })) {
        yield page.value;
      }
    },
    get: (id, signal) =>
      call({ method: 'GET', path: path(id), query: { $select: properties }, signal, reply: graphGroup }),
    async *members(id, signal) {
      for await (const page of pages(call, {
        method: 'GET',
        path: `${path(id)}/members`,
        query: { $select: 'id,displayName,userPrincipalName', $top: 999 },
        signal,
        reply: graphGroupMemberList,
      })) {
        yield page.value;
      }
    },
  };
}
