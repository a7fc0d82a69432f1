/**
 * What one shift leaves to the next: what came, what was done and by whom, what is unfinished and what went wrong,
 * with a note, signed by who goes and by who takes over. Once signed it never changes.
 */
import type { HistorySubject } from '@/lib/domain/incident/history';
import type { Assignee, IncidentStatus, Severity } from '@/lib/domain/incident/incident';

/** ISO 8601 UTC; `from` inclusive, `to` exclusive. */
export type Shift = { from: string; to: string };

/** One thing that changed, as a sentence has it: status, New → In progress, by whom, when. */
export type HandOverChange = {
  at: string;
  what: HistorySubject;
  from: string | null;
  to: string | null;
  by: string | null;
};

/** An incident as it stood when the hand-over was put together, and what the shift did to it. */
export type HandOverLine = {
  key: string;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  assignee: string | null;
  /** Of the shift, oldest first. */
  changes: HandOverChange[];
};

/** What the console knows by itself; the note is what only people know. */
export type HandOverFacts = {
  shift: Shift;
  /** Incidents created in the shift, and the alerts in them. */
  arrived: { incidents: number; alerts: number; bySeverity: Partial<Record<Severity, number>> };
  /** Resolved in the shift. */
  resolved: HandOverLine[];
  /** Somebody has them, and they are open. */
  unfinished: HandOverLine[];
  /** High, open, and nobody has them. */
  unassignedHigh: HandOverLine[];
  /** Changed in the shift and in none of the other lists. */
  changed: HandOverLine[];
  /** Acts that Microsoft refused or that have not arrived, systems that differ, sources that fail: sentences. */
  trouble: string[];
};

/** `at` is ISO 8601 UTC. */
export type Signature = { by: Assignee; at: string };

export type HandOver = {
  /** A GUID of the writer's making. */
  id: string;
  facts: HandOverFacts;
  note: string;
  signed: Signature;
  /** Null until somebody of the next shift has read it. */
  taken: Signature | null;
};

/** What stands in the list of earlier ones. */
export type HandOverHeading = Pick<HandOver, 'id' | 'signed' | 'taken'> & { shift: Shift };
