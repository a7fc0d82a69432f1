/** Why Defender for Endpoint would not take an order: by the device's system, by what is under way, by how it is already. */
import type { EndpointActionType } from '@/lib/wire/defender-endpoint/machine-action';
import type { Endpoint } from '@/mocks/store/endpoint/endpoint';
import { isFinal } from '@/mocks/store/endpoint/machine-actions';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';

export type OrderRefusal = { code: string; message: string };

/** An isolation and its release stand in each other's way, as do a restriction and its end. */
const rivals: Partial<Record<EndpointActionType, EndpointActionType>> = {
  Isolate: 'Unisolate',
  Unisolate: 'Isolate',
  RestrictCodeExecution: 'UnrestrictCodeExecution',
  UnrestrictCodeExecution: 'RestrictCodeExecution',
};

const windowsOnly: readonly EndpointActionType[] = [
  'RestrictCodeExecution',
  'UnrestrictCodeExecution',
  'StopAndQuarantineFile',
];

function isUnsupported({ device }: MachineRecord, type: EndpointActionType): boolean {
  const windows = device.osPlatform.startsWith('Windows');
  return !windows && (device.role === 'phone' || windowsOnly.includes(type));
}

const isPointless = (machine: MachineRecord, type: EndpointActionType): boolean =>
  (type === 'Isolate' && machine.isolation !== null) ||
  (type === 'Unisolate' && machine.isolation === null) ||
  (type === 'RestrictCodeExecution' && machine.restricted) ||
  (type === 'UnrestrictCodeExecution' && !machine.restricted);

/** Null when the order can be given. */
export function orderRefusal(
  endpoint: Endpoint,
  machine: MachineRecord,
  type: EndpointActionType,
): OrderRefusal | null {
  if (isUnsupported(machine, type)) {
    const message = `Action is not supported for the operating system '${machine.device.osPlatform}' of this machine.`;
    return { code: 'OsPlatformNotSupported', message };
  }
  const busy = endpoint.actions
    .all()
    .some(
      (action) =>
        action.machine === machine && !isFinal(action.status) && (action.type === type || action.type === rivals[type]),
    );
  if (busy) return { code: 'ActiveRequestAlreadyExists', message: 'Action is already in progress' };
  if (isPointless(machine, type)) {
    return { code: 'BadRequest', message: 'The machine is in the requested state already.' };
  }
  return null;
}
