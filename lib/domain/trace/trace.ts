/**
 * Why something is, or is not, in the queue: the way from a rule over its alerts to an incident that both systems
 * show, one step after the other, each with what was found and what can be done.
 */

/** In the order of the way. */
export const traceStepNames = ['rule', 'run', 'telemetry', 'alert', 'incident', 'sync', 'queue', 'alertQueue'] as const;
export type TraceStepName = (typeof traceStepNames)[number];

/**
 * - ok: this step did its part
 * - broken: here it ends, and `says` names the reason
 * - waiting: nothing is wrong yet; `dueAt` is when it should have happened
 * - unknown: it could not be looked at; `says` names why
 * - needless: the subject does not pass here (an alert of Defender's own needs no analytics rule)
 */
export type TraceVerdict = 'ok' | 'broken' | 'waiting' | 'unknown' | 'needless';

/** `query` is KQL with which the reader can see for himself. */
export type TraceEvidence = { label: string; value: string; query?: string };

/** What to do about it. `command` is for a shell; `link` is Microsoft's page or portal. */
export type TraceFix = { says: string; link: string | null; command: string | null };

/** What was found at one step. */
export type TraceStep = {
  name: TraceStepName;
  verdict: TraceVerdict;
  /** One sentence for people. */
  says: string;
  evidence: TraceEvidence[];
  fix: TraceFix | null;
  /** When the step happened, ISO 8601 UTC. */
  at: string | null;
  /** For `waiting`: until when waiting is normal. */
  dueAt: string | null;
};

/** What was asked about. `id` is a rule's GUID, an alert's id or an incident's key. */
export type TraceSubject = { kind: 'rule' | 'alert' | 'incident'; id: string; title: string };

export type Trace = {
  subject: TraceSubject;
  steps: TraceStep[];
  /** The incident that it ended in, if it did: whether a filter hides it is for the browser to say. */
  incidentKey: string | null;
  /** The alert that it passed through, as the alert queue lists it; null when there was none, or the queue has it no more. */
  alertId: string | null;
  tracedAt: string;
};

/** `several`: more than one thing has this name, and the reader chooses. */
export type TraceReply =
  | { kind: 'traced'; trace: Trace }
  | { kind: 'several'; subjects: TraceSubject[] }
  | { kind: 'unknown'; lookedFor: string; lookedIn: string[] };
