/** Automated investigations. At most 50 can be started in an hour. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type EndpointInvestigation,
  endpointInvestigation,
  endpointInvestigationList,
} from '@/lib/wire/defender-endpoint/investigation';

/** https://learn.microsoft.com/defender-endpoint/api/investigation */
export type EndpointInvestigations = {
  /** https://learn.microsoft.com/defender-endpoint/api/initiate-autoir-investigation */
  start(machineId: string, comment: string, signal?: AbortSignal): Promise<EndpointInvestigation>;
  /** The newest first; the filter is OData. */
  list(options?: { filter?: string; signal?: AbortSignal }): Promise<EndpointInvestigation[]>;
  get(id: string, signal?: AbortSignal): Promise<EndpointInvestigation>;
};

/** Reading needs `Alert.Read.All`, starting `Alert.ReadWrite.All`. Machines by their id of 40 hexadecimal digits. */
export function endpointInvestigations(call: Call): EndpointInvestigations {
  const root = '/api/investigations';
  return {
    start: (machineId, comment, signal) =>
      call({
        method: 'POST',
        path: `/api/machines/${segment(machineId)}/startInvestigation`,
        body: { Comment: comment },
        signal,
        reply: endpointInvestigation,
      }),
    list: async ({ filter, signal } = {}) => {
      const query = { $filter: filter };
      return (await call({ method: 'GET', path: root, query, signal, reply: endpointInvestigationList })).value;
    },
    get: (id, signal) => call({ method: 'GET', path: `${root}/${segment(id)}`, signal, reply: endpointInvestigation }),
  };
}
