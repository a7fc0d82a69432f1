/** What became of an id that somebody typed, pasted or followed. An unknown id says what was looked for, and where. */
import type { IncidentDetail } from '@/lib/domain/incident/incident-detail';
import type { System } from '@/lib/domain/source/source';

/** `lookedIn` are places for people to read. */
export type UnknownIncident = { kind: 'unknown'; lookedFor: string; lookedIn: string[] };

/** `redirected`: the incident was merged into another, or the id is another name of the incident with key `to`. */
export type IncidentDetailReply =
  | { kind: 'found'; detail: IncidentDetail }
  | { kind: 'redirected'; to: string }
  | UnknownIncident;

/** `system` is whose id or number the text is: both count their incidents, and from different beginnings. */
export type IncidentMeaning = { key: string; system: System };

/**
 * `meanings` is there when the text names two incidents, the one that was answered with first: Defender's 12302 and
 * Sentinel's 12302, which is Defender's 12345. Keys of merged incidents are those of what they were merged into.
 */
export type IncidentResolveReply =
  | { kind: 'found'; key: string; meanings?: IncidentMeaning[] }
  | { kind: 'redirected'; to: string; meanings?: IncidentMeaning[] }
  | UnknownIncident;
