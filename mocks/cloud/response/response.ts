/**
 * What becomes of a machine action once it was ordered: the device hears of it, works, and is done, on the tenant's
 * clock. A device that is offline never hears of it. Isolation and restriction begin when the action succeeds.
 */
import { createRandom } from '@/lib/base/random';
import { durationOf, hearsWithinMs, patienceMs } from '@/mocks/cloud/response/durations';
import { isFinal, type MachineActionRecord } from '@/mocks/store/endpoint/machine-actions';
import { actionEventRow, orderRow } from '@/mocks/store/faces/machine-action-rows';
import type { LogWriter } from '@/mocks/store/log-writer';
import type { Store } from '@/mocks/store/store';

export function startResponse(store: Store, logs: LogWriter): () => void {
  const { clock, endpoint } = store;

  const later = (action: MachineActionRecord, waitMs: number, what: () => void): void => {
    clock.after(waitMs, () => {
      // Cancelled meanwhile.
      if (!isFinal(action.status)) what();
    });
  };

  function begin(action: MachineActionRecord): void {
    if (!action.machine.online) {
      later(action, patienceMs, () => endpoint.actions.advance(action, 'Failed'));
      return;
    }
    const random = createRandom(store.seed, `machine-action/${action.id}`);
    later(action, random.between(hearsWithinMs.least, hearsWithinMs.most), () => {
      endpoint.actions.advance(action, 'InProgress');
      later(action, durationOf(action, random), () => endpoint.actions.advance(action, 'Succeeded'));
    });
  }

  function takeEffect({ type, machine, scope }: MachineActionRecord): void {
    const { machines } = endpoint;
    if (type === 'Isolate') machines.isolate(machine, scope === 'Selective' ? 'Selective' : 'Full');
    if (type === 'Unisolate') machines.release(machine);
    if (type === 'RestrictCodeExecution') machines.restrict(machine, true);
    if (type === 'UnrestrictCodeExecution') machines.restrict(machine, false);
  }

  return store.listen((event) => {
    if (event.kind !== 'machineActionChanged') return;
    const { action, before } = event;
    if (before === null) {
      logs.write('CloudAppEvents', [orderRow(action, clock.nowMs())]);
      begin(action);
    }
    if (action.status === 'Succeeded') takeEffect(action);
    const row = actionEventRow(action, clock.nowMs());
    if (row) logs.write('DeviceEvents', [row]);
  });
}
