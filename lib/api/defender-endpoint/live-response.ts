/** Commands on a device. At most ten calls a minute. */
import type { Call } from '@/lib/api/transport/call';
import { segment } from '@/lib/api/transport/url-parts';
import { type EndpointLiveResponseRequest, endpointLiveResponseLink } from '@/lib/wire/defender-endpoint/live-response';
import { type EndpointMachineAction, endpointMachineAction } from '@/lib/wire/defender-endpoint/machine-action';

/** A call starts commands and doesn't wait for them: ask the machine action how far it has come. */
export type EndpointLiveResponse = {
  /** Answers the machine action that the commands are part of. https://learn.microsoft.com/defender-endpoint/api/run-live-response */
  run(machineId: string, body: EndpointLiveResponseRequest, signal?: AbortSignal): Promise<EndpointMachineAction>;
  /** Where the result of one command lies, for half an hour. */
  resultLink(actionId: string, index: number, signal?: AbortSignal): Promise<string>;
};

/** Needs `Machine.LiveResponse`. */
export const endpointLiveResponse = (call: Call): EndpointLiveResponse => ({
  run: (machineId, body, signal) =>
    call({
      method: 'POST',
      path: `/api/machines/${segment(machineId)}/runliveresponse`,
      body,
      signal,
      reply: endpointMachineAction,
    }),
  resultLink: async (actionId, index, signal) => {
    const path = `/api/machineactions/${segment(actionId)}/GetLiveResponseResultDownloadLink(index=${Math.trunc(index)})`;
    return (await call({ method: 'GET', path, signal, reply: endpointLiveResponseLink })).value;
  },
});
