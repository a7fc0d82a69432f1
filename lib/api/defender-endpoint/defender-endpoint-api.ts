/** Everything the console asks of Defender for Endpoint. */
import { type EndpointIndicators, endpointIndicators } from '@/lib/api/defender-endpoint/indicator';
import { type EndpointInvestigations, endpointInvestigations } from '@/lib/api/defender-endpoint/investigation';
import { type EndpointLiveResponse, endpointLiveResponse } from '@/lib/api/defender-endpoint/live-response';
import { type EndpointMachines, endpointMachines } from '@/lib/api/defender-endpoint/machine';
import { type EndpointMachineActions, endpointMachineActions } from '@/lib/api/defender-endpoint/machine-action';
import { type EndpointObservables, endpointObservables } from '@/lib/api/defender-endpoint/observable';
import type { Call } from '@/lib/api/transport/call';

export type DefenderEndpointApi = {
  machines: EndpointMachines;
  machineActions: EndpointMachineActions;
  liveResponse: EndpointLiveResponse;
  investigations: EndpointInvestigations;
  observables: EndpointObservables;
  indicators: EndpointIndicators;
};

/** All parts share the budgets and the token of one call. */
export const defenderEndpointApi = (call: Call): DefenderEndpointApi => ({
  machines: endpointMachines(call),
  machineActions: endpointMachineActions(call),
  liveResponse: endpointLiveResponse(call),
  investigations: endpointInvestigations(call),
  observables: endpointObservables(call),
  indicators: endpointIndicators(call),
});
