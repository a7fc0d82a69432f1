/** Every request that Defender for Endpoint's API answers. */
import { endpointHuntingHandlers } from '@/mocks/handlers/defender-endpoint/hunting';
import { endpointIndicatorHandlers } from '@/mocks/handlers/defender-endpoint/indicator';
import { endpointInvestigationHandlers } from '@/mocks/handlers/defender-endpoint/investigation';
import { endpointLiveResponseHandlers } from '@/mocks/handlers/defender-endpoint/live-response';
import { endpointMachineHandlers } from '@/mocks/handlers/defender-endpoint/machine';
import { endpointMachineActionHandlers } from '@/mocks/handlers/defender-endpoint/machine-action';
import { endpointObservableHandlers } from '@/mocks/handlers/defender-endpoint/observable';
import type { HandlerGroup } from '@/mocks/handlers/services';

export const endpointHandlers: readonly HandlerGroup[] = [
  endpointMachineHandlers,
  endpointMachineActionHandlers,
  endpointLiveResponseHandlers,
  endpointInvestigationHandlers,
  endpointObservableHandlers,
  endpointIndicatorHandlers,
  endpointHuntingHandlers,
];
