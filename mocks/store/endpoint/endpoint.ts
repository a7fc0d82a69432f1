/** Defender for Endpoint's own state: machines, what is done to them, and what it blocks. */
import type { EndpointIndicatorFields } from '@/lib/wire/defender-endpoint/indicator';
import type { Company } from '@/mocks/company/company';
import type { LogBatch } from '@/mocks/company/log-row';
import type { Alerts } from '@/mocks/store/alerts';
import type { Clock } from '@/mocks/store/clock';
import { createInvestigations, type Investigations } from '@/mocks/store/endpoint/investigations';
import { createMachineActions, type MachineActions } from '@/mocks/store/endpoint/machine-actions';
import { createMachines, type Machines } from '@/mocks/store/endpoint/machines';
import { triggeredInvestigation } from '@/mocks/store/endpoint/triggered-investigation';
import type { EventBus } from '@/mocks/store/events';
import type { AlertRecord } from '@/mocks/store/records/alert-record';
import { createShelf, type Shelf } from '@/mocks/store/shelf';

export type Endpoint = {
  /** Made when somebody first asks. */
  readonly machines: Machines;
  readonly actions: MachineActions;
  readonly investigations: Investigations;
  readonly indicators: Shelf<EndpointIndicatorFields>;
  /** The alerts whose evidence names the device, in the order they were raised. */
  alertsOn(deviceId: string): readonly AlertRecord[];
  /** The batch without what machines would have written while they were cut off. */
  heard(batch: LogBatch): LogBatch;
};

export function createEndpoint(clock: Clock, company: Company, alerts: Alerts, bus: EventBus): Endpoint {
  const startMs = clock.nowMs();
  let machines: Machines | undefined;
  let byDevice: Map<string, AlertRecord[]> | undefined;
  bus.listen((event) => {
    if (event.kind === 'alertAdded') byDevice = undefined;
  });
  const alertsOn = (deviceId: string): readonly AlertRecord[] => {
    byDevice ??= indexed(alerts);
    return byDevice.get(deviceId) ?? [];
  };
  const allMachines = (): Machines => {
    machines ??= createMachines(clock, { startMs, devices: company.devices, busy: (id) => alertsOn(id).length > 0 });
    return machines;
  };
  return {
    get machines() {
      return allMachines();
    },
    actions: createMachineActions(clock, bus),
    investigations: createInvestigations(clock, bus, {
      all: () => alerts.all(),
      triggered: (alert) => triggeredInvestigation(alert, (deviceId) => allMachines().byId(deviceId)),
    }),
    indicators: createShelf<EndpointIndicatorFields>(clock),
    alertsOn,
    heard: (batch) => machines?.heard(batch) ?? batch,
  };
}

function indexed(alerts: Alerts): Map<string, AlertRecord[]> {
  const found = new Map<string, AlertRecord[]>();
  for (const alert of alerts.all()) {
    const devices = new Set(
      (alert.graph.evidence ?? []).flatMap((evidence) =>
        evidence['@odata.type'] === '#microsoft.graph.security.deviceEvidence' ? (evidence.mdeDeviceId ?? []) : [],
      ),
    );
    for (const device of devices) {
      const known = found.get(device) ?? [];
      known.push(alert);
      found.set(device, known);
    }
  }
  return found;
}
