/** What was ordered to be done on machines. How an order goes on is the cloud's business, in `mocks/cloud/response`. */
import { guidOf } from '@/lib/base/random';
import type { EndpointLiveResponseRequest } from '@/lib/wire/defender-endpoint/live-response';
import type { EndpointActionStatus, EndpointActionType } from '@/lib/wire/defender-endpoint/machine-action';
import type { Clock } from '@/mocks/store/clock';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { EventBus } from '@/mocks/store/events';

export type MachineActionOrder = {
  readonly type: EndpointActionType;
  readonly machine: MachineRecord;
  readonly scope: string | null;
  readonly requestor: string;
  readonly comment: string;
  /** The file to stop. */
  readonly sha1: string | null;
  /** Of a live response. */
  readonly commands?: EndpointLiveResponseRequest['Commands'];
};

export type MachineActionRecord = MachineActionOrder & {
  readonly id: string;
  readonly createdAt: string;
  status: EndpointActionStatus;
  updatedAt: string;
  cancelled: { readonly by: string; readonly comment: string; readonly at: string } | null;
};

export type MachineActionEvent = {
  kind: 'machineActionChanged';
  action: MachineActionRecord;
  before: EndpointActionStatus | null;
};

export type MachineActions = {
  /** The newest first. */
  all(): readonly MachineActionRecord[];
  byId(id: string): MachineActionRecord | undefined;
  order(order: MachineActionOrder): MachineActionRecord;
  advance(action: MachineActionRecord, status: EndpointActionStatus): void;
  cancel(action: MachineActionRecord, by: string, comment: string): void;
};

export const isFinal = (status: EndpointActionStatus): boolean => status !== 'Pending' && status !== 'InProgress';

export function createMachineActions(clock: Clock, bus: EventBus): MachineActions {
  const records: MachineActionRecord[] = [];
  const advance = (action: MachineActionRecord, status: EndpointActionStatus): void => {
    const before = action.status;
    action.status = status;
    action.updatedAt = clock.iso();
    bus.emit({ kind: 'machineActionChanged', action, before });
  };
  return {
    all: () => records,
    byId: (id) => records.find((record) => record.id === id.toLowerCase()),
    order: (order) => {
      const at = clock.iso();
      const id = guidOf(`contoso/machine-action/${records.length}`);
      const action: MachineActionRecord = {
        ...order,
        id,
        createdAt: at,
        updatedAt: at,
        status: 'Pending',
        cancelled: null,
      };
      records.unshift(action);
      bus.emit({ kind: 'machineActionChanged', action, before: null });
      return action;
    },
    advance,
    cancel: (action, by, comment) => {
      action.cancelled = { by, comment, at: clock.iso() };
      advance(action, 'Cancelled');
    },
  };
}
