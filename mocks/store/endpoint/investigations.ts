/** Automated investigations of devices. How one goes on is the cloud's business, in `mocks/cloud/response`. */
import type { EndpointInvestigationState } from '@/lib/wire/defender-endpoint/investigation';
import type { Clock } from '@/mocks/store/clock';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { EventBus } from '@/mocks/store/events';

export type InvestigationRecord = {
  /** A number, as text. */
  readonly id: string;
  readonly machine: MachineRecord;
  readonly startedBy: string;
  readonly comment: string;
  readonly startedAt: string;
  endedAt: string | null;
  state: EndpointInvestigationState;
  statusDetails: string | null;
};

export type InvestigationEvent = { kind: 'investigationStarted'; investigation: InvestigationRecord };

export type Investigations = {
  /** The newest first. */
  all(): readonly InvestigationRecord[];
  byId(id: string): InvestigationRecord | undefined;
  start(machine: MachineRecord, startedBy: string, comment: string): InvestigationRecord;
  advance(record: InvestigationRecord, state: EndpointInvestigationState, statusDetails?: string): void;
};

/** While one of these is its state it goes on. */
const goingOn: readonly EndpointInvestigationState[] = ['Queued', 'Running', 'PendingApproval', 'PendingResource'];
export const isOver = ({ state }: InvestigationRecord): boolean => !goingOn.includes(state);

/** Investigations had happened before the tenant's clock began. */
const firstNumber = 63_001;

export function createInvestigations(clock: Clock, bus: EventBus): Investigations {
  const records: InvestigationRecord[] = [];
  return {
    all: () => records,
    byId: (id) => records.find((record) => record.id === id),
    start: (machine, startedBy, comment) => {
      const investigation: InvestigationRecord = {
        id: String(firstNumber + records.length),
        machine,
        startedBy,
        comment,
        startedAt: clock.iso(),
        endedAt: null,
        state: 'Queued',
        statusDetails: null,
      };
      records.unshift(investigation);
      bus.emit({ kind: 'investigationStarted', investigation });
      return investigation;
    },
    advance: (record, state, statusDetails) => {
      record.state = state;
      record.statusDetails = statusDetails ?? null;
      if (isOver(record)) record.endedAt = clock.iso();
    },
  };
}
