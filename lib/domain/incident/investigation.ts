/** Automated investigations that have to do with an incident. Defender runs them, on its own alerts and devices only. */

export type Investigation = {
  /** Defender for Endpoint's number of it. */
  id: string;
  /** As Graph spells it on alerts, e.g. `pendingApproval`. */
  state: string;
  stateDetails: string | null;
  device: string | null;
  startedAt: string | null;
  /** Null while it runs. */
  endedAt: string | null;
  /** Defender for Endpoint's id of the alert that started it; null when somebody did. */
  alertId: string | null;
};

/** What Defender for Endpoint answered; the alerts' own `investigation` is Graph's. */
export type IncidentInvestigations = {
  /** On the devices of the incident since it began, the newest first. */
  onDevices: Investigation[];
  /** Why Defender for Endpoint could not be asked; null when it answered. */
  failure: string | null;
  /** Devices beyond those that were asked for. */
  unaskedDevices: number;
};
