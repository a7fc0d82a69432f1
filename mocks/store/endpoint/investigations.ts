/** Automated investigations of devices. How one goes on is the cloud's business, in `mocks/cloud/response`. */
import type { EndpointInvestigationState } from '@/lib/wire/defender-endpoint/investigation';
import type { Clock } from '@/mocks/store/clock';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { EventBus } from '@/mocks/store/events';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

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
  /** Null: a person started it. */
  readonly triggeringAlertId: string | null;
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

export function createInvestigations(
  clock: Clock,
  bus: EventBus,
  /** Those that an alert started; undefined for an alert that did not. Only asked when somebody asks for investigations. */
  alerts: { all(): Iterable<AlertRecord>; triggered(alert: AlertRecord): Omit<InvestigationRecord, 'id'> | undefined },
): Investigations {
  let known: InvestigationRecord[] | undefined;
  const add = (records: InvestigationRecord[], record: Omit<InvestigationRecord, 'id'>): InvestigationRecord => {
    const investigation = { ...record, id: String(firstNumber + records.length) };
    records.unshift(investigation);
    return investigation;
  };
  const all = (): InvestigationRecord[] => {
    if (known !== undefined) return known;
    known = [];
    const past = [...alerts.all()].flatMap((alert) => alerts.triggered(alert) ?? []);
    for (const record of past.sort((one, other) => one.startedAt.localeCompare(other.startedAt))) add(known, record);
    return known;
  };
  bus.listen((event) => {
    const record = event.kind === 'alertAdded' && known !== undefined ? alerts.triggered(event.alert) : undefined;
    if (record !== undefined) add(all(), record);
  });
  return {
    all,
    byId: (id) => all().find((record) => record.id === id),
    start: (machine, startedBy, comment) => {
      const investigation = add(all(), {
        machine,
        startedBy,
        comment,
        startedAt: clock.iso(),
        endedAt: null,
        state: 'Queued',
        statusDetails: null,
        triggeringAlertId: null,
      });
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
