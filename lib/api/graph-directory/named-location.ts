/** Places that Conditional Access knows by name. */
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type GraphNamedLocation,
  type GraphNamedLocationRequest,
  type GraphNamedLocationUpdate,
  graphNamedLocation,
  graphNamedLocationList,
} from '@/lib/wire/graph-directory/named-location';

/** https://learn.microsoft.com/graph/api/resources/namedlocation */
export type GraphNamedLocations = {
  /** https://learn.microsoft.com/graph/api/conditionalaccessroot-list-namedlocations */
  list(signal?: AbortSignal): AsyncGenerator<GraphNamedLocation[]>;
  get(id: string, signal?: AbortSignal): Promise<GraphNamedLocation>;
  create(body: GraphNamedLocationRequest, signal?: AbortSignal): Promise<GraphNamedLocation>;
  /** Changes only what is named; the type always is. */
  update(id: string, changes: GraphNamedLocationUpdate, signal?: AbortSignal): Promise<void>;
  remove(id: string, signal?: AbortSignal): Promise<void>;
};

/** v1.0. Reading needs `Policy.Read.All`, the rest `Policy.ReadWrite.ConditionalAccess`. */
export function graphNamedLocations(call: Call): GraphNamedLocations {
  const root = '/v1.0/identity/conditionalAccess/namedLocations';
  const path = (id: string) => `${root}/${segment(id)}`;
  return {
    async *list(signal) {
      const first = { method: 'GET', path: root, signal, reply: graphNamedLocationList } as const;
      for await (const page of pages(call, first)) yield page.value;
    },
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply: graphNamedLocation }),
    create: (body, signal) => call({ method: 'POST', path: root, body, signal, reply: graphNamedLocation }),
    update: async (id, body, signal) => {
      await call({ method: 'PATCH', path: path(id), body, signal, ...emptyReply });
    },
    remove: async (id, signal) => {
      await call({ method: 'DELETE', path: path(id), signal, ...emptyReply });
    },
  };
}
