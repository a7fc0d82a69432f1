/** How far an automated investigation has come, as Graph spells it on alerts: `pendingApproval` → `Waiting for approval`. */
const words: Readonly<Record<string, string>> = {
  unknown: 'Not known',
  queued: 'Queued',
  running: 'Running',
  pendingApproval: 'Waiting for approval',
  pendingResource: 'Waiting for the device',
  successfullyRemediated: 'Remediated',
  partiallyRemediated: 'Partly remediated',
  partiallyInvestigated: 'Partly investigated',
  benign: 'No threats found',
  failed: 'Failed',
  innerFailure: 'Failed',
  terminated: 'Stopped',
  terminatedByUser: 'Stopped by somebody',
  terminatedBySystem: 'Stopped by Microsoft',
  preexistingAlert: 'Joined one that was running',
  unsupportedOs: 'Not run: unsupported system',
  unsupportedAlertType: 'Not run: unsupported kind of alert',
  suppressedAlert: 'Not run: the alert is suppressed',
};

/** Microsoft adds states now and then; one without words of ours is shown as it came. */
export function investigationWord(state: string): string {
  return words[state] ?? state;
}

/** Somebody has to say yes before it goes on. */
export function waitsForPeople(state: string): boolean {
  return state === 'pendingApproval';
}
