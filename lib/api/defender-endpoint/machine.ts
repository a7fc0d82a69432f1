/** Devices of Defender for Endpoint. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type EndpointAlertList,
  type EndpointMachine,
  type EndpointTagRequest,
  type EndpointUserList,
  endpointAlertList,
  endpointMachine,
  endpointMachineList,
  endpointUserList,
} from '@/lib/wire/defender-endpoint/machine';

/** `top` and `skip` count machines. */
export type ListMachines = {
  /** An OData filter; literals from outside through `odataString`. */
  filter?: string;
  /** At most 10,000, which is also what one gets. */
  top?: number;
  skip?: number;
  signal?: AbortSignal;
};

/** https://learn.microsoft.com/defender-endpoint/api/machine */
export type EndpointMachines = {
  /** Nothing found is an ApiError of status 404 here. https://learn.microsoft.com/defender-endpoint/api/get-machines */
  list(options?: ListMachines): Promise<EndpointMachine[]>;
  /** By id (`DeviceId` in the log tables) or DNS name. */
  get(id: string, signal?: AbortSignal): Promise<EndpointMachine>;
  /** Who signed in there. https://learn.microsoft.com/defender-endpoint/api/get-machine-log-on-users */
  logonUsers(id: string, signal?: AbortSignal): Promise<EndpointUserList['value']>;
  alerts(id: string, signal?: AbortSignal): Promise<EndpointAlertList['value']>;
  /** https://learn.microsoft.com/defender-endpoint/api/add-or-remove-machine-tags */
  tag(id: string, body: EndpointTagRequest, signal?: AbortSignal): Promise<EndpointMachine>;
};

/** Reading needs `Machine.Read.All`, tagging `Machine.ReadWrite.All`. Lists follow no link. */
export function endpointMachines(call: Call): EndpointMachines {
  const path = (id: string, part = '') => `/api/machines/${segment(id)}${part}`;
  return {
    list: async ({ filter, top, skip, signal } = {}) => {
      const query = { $filter: filter, $top: top, $skip: skip };
      return (await call({ method: 'GET', path: '/api/machines', query, signal, reply: endpointMachineList })).value;
    },
    get: (id, signal) => call({ method: 'GET', path: path(id), signal, reply: endpointMachine }),
    logonUsers: async (id, signal) =>
      (await call({ method: 'GET', path: path(id, '/logonusers'), signal, reply: endpointUserList })).value,
    alerts: async (id, signal) =>
      (await call({ method: 'GET', path: path(id, '/alerts'), signal, reply: endpointAlertList })).value,
    tag: (id, body, signal) => call({ method: 'POST', path: path(id, '/tags'), body, signal, reply: endpointMachine }),
  };
}
