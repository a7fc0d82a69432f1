/** What Defender for Endpoint is to block, allow or warn of. At most 15,000 to a tenant. */
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type EndpointIndicator,
  type EndpointIndicatorFields,
  type EndpointIndicatorImportReply,
  endpointIndicator,
  endpointIndicatorImportReply,
  endpointIndicatorList,
} from '@/lib/wire/defender-endpoint/indicator';

/** https://learn.microsoft.com/defender-endpoint/api/ti-indicator */
export type EndpointIndicators = {
  /** The filter is OData. https://learn.microsoft.com/defender-endpoint/api/get-ti-indicators-collection */
  list(options?: { filter?: string; signal?: AbortSignal }): Promise<EndpointIndicator[]>;
  /** The same value of the same type is the same indicator, and is replaced. */
  submit(indicator: EndpointIndicatorFields, signal?: AbortSignal): Promise<EndpointIndicator>;
  /** At most 500 at a time; one line of the answer for each. */
  import(indicators: readonly EndpointIndicatorFields[], signal?: AbortSignal): Promise<EndpointIndicatorImportReply>;
  remove(id: string, signal?: AbortSignal): Promise<void>;
};

/** Needs `Ti.ReadWrite`. Entries that an import refuses are lines of its answer and no error. */
export function endpointIndicators(call: Call): EndpointIndicators {
  const path = '/api/indicators';
  return {
    list: async ({ filter, signal } = {}) => {
      const query = { $filter: filter };
      return (await call({ method: 'GET', path, query, signal, reply: endpointIndicatorList })).value;
    },
    submit: (body, signal) => call({ method: 'POST', path, body, signal, reply: endpointIndicator }),
    import: (indicators, signal) =>
      call({
        method: 'POST',
        path: `${path}/import`,
        body: { Indicators: indicators },
        signal,
        reply: endpointIndicatorImportReply,
      }),
    remove: async (id, signal) => {
      await call({ method: 'DELETE', path: `${path}/${segment(id)}`, signal, ...emptyReply });
    },
  };
}
