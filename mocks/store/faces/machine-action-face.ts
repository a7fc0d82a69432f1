/** A machine action as Defender for Endpoint's API shows it. */
import type { EndpointMachineAction } from '@/lib/wire/defender-endpoint/machine-action';
import { isFinal, type MachineActionRecord } from '@/mocks/store/endpoint/machine-actions';

const commandStatusOf = (status: MachineActionRecord['status']): string =>
  status === 'Succeeded' ? 'Completed' : isFinal(status) ? 'Failed' : 'Created';

export const machineActionFace = (action: MachineActionRecord): EndpointMachineAction => ({
  id: action.id,
  type: action.type,
  title: null,
  scope: action.scope,
  requestor: action.requestor,
  requestorComment: action.comment,
  status: action.status,
  machineId: action.machine.device.deviceId,
  computerDnsName: action.machine.device.dnsName,
  creationDateTimeUtc: action.createdAt,
  lastUpdateDateTimeUtc: action.updatedAt,
  // Microsoft's documentation has both names for it, and so do its clients.
  lastUpdateTimeUtc: action.updatedAt,
  cancellationRequestor: action.cancelled?.by ?? null,
  cancellationComment: action.cancelled?.comment ?? null,
  cancellationDateTimeUtc: action.cancelled?.at ?? null,
  errorHResult: action.status === 'Failed' ? -2147023436 : 0,
  relatedFileInfo: action.sha1 === null ? null : { fileIdentifier: action.sha1, fileIdentifierType: 'Sha1' },
  ...(action.commands
    ? {
        commands: action.commands.map((command, index) => ({
          index,
          startTime: action.status === 'Pending' ? null : action.updatedAt,
          endTime: isFinal(action.status) ? action.updatedAt : null,
          commandStatus: commandStatusOf(action.status),
          errors: [],
          command,
        })),
      }
    : {}),
});
