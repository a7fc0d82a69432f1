/** How long things take on a device: numbers of the order that analysts see. */
import type { Random } from '@/lib/base/random';
import type { EndpointActionType } from '@/lib/wire/defender-endpoint/machine-action';
import type { MachineActionRecord } from '@/mocks/store/endpoint/machine-actions';

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** Until the device asks for orders. */
export const hearsWithinMs = { least: 5 * secondMs, most: 20 * secondMs };
/** How long an order waits for a device that is offline. */
export const patienceMs = 15 * minuteMs;

const workMs: Record<EndpointActionType, readonly [least: number, most: number]> = {
  Isolate: [20 * secondMs, 60 * secondMs],
  Unisolate: [20 * secondMs, 60 * secondMs],
  RestrictCodeExecution: [30 * secondMs, 90 * secondMs],
  UnrestrictCodeExecution: [30 * secondMs, 90 * secondMs],
  StopAndQuarantineFile: [20 * secondMs, 2 * minuteMs],
  CollectInvestigationPackage: [5 * minuteMs, 12 * minuteMs],
  RunAntiVirusScan: [4 * minuteMs, 9 * minuteMs],
  LiveResponse: [minuteMs, 5 * minuteMs],
  Offboard: [minuteMs, 5 * minuteMs],
};
const fullScanMs = [50 * minuteMs, 150 * minuteMs] as const;

export function durationOf({ type, scope }: MachineActionRecord, random: Random): number {
  const [least, most] = type === 'RunAntiVirusScan' && scope === 'Full' ? fullScanMs : workMs[type];
  return random.between(least, most);
}
