/** Things to be done on a device, and how far they have come. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import {
  type EndpointCommentRequest,
  type EndpointIsolateRequest,
  type EndpointMachineAction,
  type EndpointScanRequest,
  type EndpointStopFileRequest,
  endpointMachineAction,
  endpointMachineActionList,
  endpointPackageUri,
} from '@/lib/wire/defender-endpoint/machine-action';

/** By the last part of the path, what each is sent with. The names of the members are case-sensitive. */
export type MachineActionBodies = {
  isolate: EndpointIsolateRequest;
  unisolate: EndpointCommentRequest;
  runAntiVirusScan: EndpointScanRequest;
  collectInvestigationPackage: EndpointCommentRequest;
  restrictCodeExecution: EndpointCommentRequest;
  unrestrictCodeExecution: EndpointCommentRequest;
  StopAndQuarantineFile: EndpointStopFileRequest;
};

/**
 * An order answers at once with an action that is under way; how it ends is for `get` to tell.
 * https://learn.microsoft.com/defender-endpoint/api/machineaction
 */
export type EndpointMachineActions = {
  /** Orders it; a second order while the first is under way is an ApiError of status 400. */
  order<Kind extends keyof MachineActionBodies>(
    kind: Kind,
    machineId: string,
    body: MachineActionBodies[Kind],
    signal?: AbortSignal,
  ): Promise<EndpointMachineAction>;
  /** The newest first; the filter is OData. https://learn.microsoft.com/defender-endpoint/api/get-machineactions-collection */
  list(options?: { filter?: string; top?: number; signal?: AbortSignal }): Promise<EndpointMachineAction[]>;
  get(id: string, signal?: AbortSignal): Promise<EndpointMachineAction>;
  /** Only what isn't over yet can be cancelled. https://learn.microsoft.com/defender-endpoint/api/cancel-machine-action */
  cancel(id: string, comment: string, signal?: AbortSignal): Promise<EndpointMachineAction>;
  /** Where a collected package lies, for a short while. */
  packageUri(id: string, signal?: AbortSignal): Promise<string>;
};

/** Each order needs a permission of its own: `Machine.Isolate`, `Machine.Scan`, `Machine.RestrictExecution` … */
export function endpointMachineActions(call: Call): EndpointMachineActions {
  const root = '/api/machineactions';
  const reply = endpointMachineAction;
  return {
    order: (kind, machineId, body, signal) =>
      call({ method: 'POST', path: `/api/machines/${segment(machineId)}/${kind}`, body, signal, reply }),
    list: async ({ filter, top, signal } = {}) => {
      const query = { $filter: filter, $top: top };
      return (await call({ method: 'GET', path: root, query, signal, reply: endpointMachineActionList })).value;
    },
    get: (id, signal) => call({ method: 'GET', path: `${root}/${segment(id)}`, signal, reply }),
    cancel: (id, comment, signal) =>
      call({ method: 'POST', path: `${root}/${segment(id)}/cancel`, body: { Comment: comment }, signal, reply }),
    packageUri: async (id, signal) => {
      const path = `${root}/${segment(id)}/getPackageUri`;
      return (await call({ method: 'GET', path, signal, reply: endpointPackageUri })).value;
    },
  };
}
