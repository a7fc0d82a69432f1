/** The investigation that Defender started by itself because of an alert, as far as the alert says that there is one. */
import type { EndpointInvestigationState } from '@/lib/wire/defender-endpoint/investigation';
import type { graphInvestigationStates } from '@/lib/wire/graph-security/enums';
import type { InvestigationRecord } from '@/mocks/store/endpoint/investigations';
import type { MachineRecord } from '@/mocks/store/endpoint/machines';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

/** Graph's words for an alert's investigation in Defender for Endpoint's; null: there is none. */
const states: Record<(typeof graphInvestigationStates)[number], EndpointInvestigationState | null> = {
  unknown: null,
  terminated: 'Terminated',
  successfullyRemediated: 'SuccessfullyRemediated',
  benign: 'Benign',
  failed: 'Failed',
  partiallyRemediated: 'PartiallyRemediated',
  running: 'Running',
  pendingApproval: 'PendingApproval',
  pendingResource: 'PendingResource',
  queued: 'Queued',
  innerFailure: 'InnerFailure',
  preexistingAlert: null,
  unsupportedOs: null,
  unsupportedAlertType: null,
  suppressedAlert: null,
  partiallyInvestigated: 'PartiallyInvestigated',
  terminatedByUser: 'TerminatedByUser',
  terminatedBySystem: 'TerminatedBySystem',
  unknownFutureValue: null,
};

const goesOn: ReadonlySet<EndpointInvestigationState> = new Set([
  'Running',
  'PendingApproval',
  'PendingResource',
  'Queued',
]);

/** An investigation looks at a device for minutes. */
const tookMs = 11 * 60_000;

/** Undefined where no device was looked at: those of mailboxes are Office 365's. */
export function triggeredInvestigation(
  { graph }: AlertRecord,
  machineOf: (deviceId: string) => MachineRecord | undefined,
): Omit<InvestigationRecord, 'id'> | undefined {
  const state = states[graph.investigationState ?? 'unknown'];
  if (state === null || graph.serviceSource !== 'microsoftDefenderForEndpoint') return undefined;
  const device = (graph.evidence ?? []).find(
    (evidence) => evidence['@odata.type'] === '#microsoft.graph.security.deviceEvidence',
  );
  const machine = machineOf(device?.mdeDeviceId ?? '');
  const startedAt = graph.createdDateTime ?? '';
  if (machine === undefined || startedAt === '') return undefined;
  return {
    machine,
    startedBy: 'Automation',
    comment: '',
    startedAt,
    endedAt: goesOn.has(state) ? null : new Date(Date.parse(startedAt) + tookMs).toISOString(),
    state,
    statusDetails: null,
    triggeringAlertId: graph.id,
  };
}
