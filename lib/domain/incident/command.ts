/**
 * One thing an analyst asked for, from the moment it was accepted until both systems show it or one refused it.
 * Commands are stored before anything is sent, so a restart finds them.
 */
import type { AlertChanges } from '@/lib/domain/alert/alert-row';
import type { Assignee, Incident, IncidentChanges, SyncedField } from '@/lib/domain/incident/incident';
import type { TaskChange } from '@/lib/domain/incident/task';
import type { System } from '@/lib/domain/source/source';

/**
 * - queued: stored, not sent (or waiting for its next attempt)
 * - sending: an attempt is or was on the wire, its outcome is not known yet
 * - accepted: the owning system said yes
 * - confirmed: every system that knows the incident shows it (or a later command replaced it)
 * - refused: a system said no
 */
export const commandStates = ['queued', 'sending', 'accepted', 'confirmed', 'refused'] as const;
export type CommandState = (typeof commandStates)[number];

/** What was asked for, told apart by `kind`. */
export type CommandAct =
  | {
      kind: 'change';
      changes: IncidentChanges;
      /** The same fields as they were when the analyst decided, for undo and for the record. */
      before: IncidentChanges;
      /** The systems disagreed and an analyst chose: then the value is written to both of them. */
      settles?: { field: SyncedField; keep: System; values: Partial<Record<System, string>> };
    }
  | { kind: 'comment'; text: string }
  | {
      kind: 'merge';
      /** The key that Defender is expected to keep; the command's own incident. */
      survivor: string;
      sources: string[];
      /** Graph's `correlationReason` members; may be empty. */
      mergeReasons: string[];
      comment: string | null;
    }
  | {
      kind: 'moveAlerts';
      alertIds: string[];
      /** Null: into a new incident. */
      to: string | null;
      /** Incidents that end with it, because all that they have is moved. */
      ends?: string[];
      moveReasons: string[];
      comment: string | null;
    }
  /** Upon one task of an incident that Sentinel alone has. */
  | ({ kind: 'task' } & TaskChange)
  /** Upon one alert; the command's key is then the alert's (see `alertKey`). */
  | { kind: 'alertChange'; alertId: string; changes: AlertChanges; before: AlertChanges }
  | { kind: 'alertComment'; alertId: string; text: string };

export type Command = {
  /** A GUID made by the browser, so that asking twice is asking once. Also the name of a Sentinel comment. */
  id: string;
  incidentKey: string;
  act: CommandAct;
  by: Assignee;
  reason: string | null;
  /** The command whose effect this one takes back. */
  undoes: string | null;
  /** Acts that were asked for together. */
  batchId: string | null;
  state: CommandState;
  /** The system that the write goes to: Defender where it knows the incident, else Sentinel. */
  owner: System;
  attempts: number;
  createdAt: string;
  /** When the first attempt went out. */
  sentAt: string | null;
  acceptedAt: string | null;
  /** The owner's own time of change when it had accepted: whatever it shows with a later one came afterwards. */
  ownerVersion?: string | null;
  settledAt: string | null;
  /** Why it is waiting or was refused, for people. */
  failure: { message: string; retryable: boolean } | null;
};

/** What the console answers when a command is safely stored. */
export type CommandReceipt = { commandId: string; incident: Incident };

/** The incidents that a command is about to end: they go on as another one. */
export function endedBy(act: CommandAct): readonly string[] {
  if (act.kind === 'merge') return act.sources;
  return act.kind === 'moveAlerts' ? (act.ends ?? []) : [];
}
