/** Every request that Defender for Endpoint's API answers. */
import { endpointHuntingHandlers } from '@/mocks/handlers/defender-endpoint/hunting';
import { endpointIndicatorHandlers } from '@/mocks/handlers/defender-endpoint/indicator';
import { endpointMachineHandlers } from '@/mocks/handlers/defender-endpoint/machine';
import { endpointMachineActionHandlers } from '@/mocks/handlers/defender-endpoint/machine-action';
import type { HandlerGroup } from '@/mocks/handlers/services';

export const endpointHandlers: readonly HandlerGroup[] = [
  endpointMachineHandlers,
  endpointMachineActionHandlers,
  endpointIndicatorHandlers,
  endpointHuntingHandlers,
];
