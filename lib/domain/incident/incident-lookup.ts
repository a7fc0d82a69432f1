/** What became of an id that somebody typed, pasted or followed. An unknown id says what was looked for, and where. */
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';

export type UnknownIncident = { kind: 'unknown'; lookedFor: string; lookedIn: string[] };

/** `redirected`: the incident was merged into another, or the id is another name of the incident with key `to`. */
export type IncidentDetailReply =
  | { kind: 'found'; detail: IncidentDetail }
  | { kind: 'redirected'; to: string }
  | UnknownIncident;

export type IncidentResolveReply =
  | { kind: 'found'; key: string }
  | { kind: 'redirected'; to: string }
  | UnknownIncident;
