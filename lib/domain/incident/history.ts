/**
 * What happened to an incident and who did it. Graph keeps no history and Sentinel's is in the workspace's log only, so
 * it is put together: from the differences between one reading and the next, from the journal of this console, and from
 * the times that comments, alerts and evidence carry.
 */
import type { CommandState } from '@/lib/domain/incident/command';
import type { IncidentFace } from '@/lib/domain/incident/face';
import { type SyncedField, syncedFields } from '@/lib/domain/incident/incident';
import { fieldText } from '@/lib/domain/incident/same-field';
import type { System } from '@/lib/domain/source/source';

/** A field, or something beside the fields. */
export type HistorySubject = SyncedField | 'alerts' | 'entities' | 'comment' | 'merge' | 'task';

/** `sync` is Microsoft carrying a change from one system to the other; `name` is null when nobody is named. */
export type HistoryActor = {
  kind: 'analyst' | 'rule' | 'playbook' | 'sync' | 'system' | 'unknown';
  name: string | null;
};

/** Four times, named apart: in the world, at Microsoft, in the workspace's log, and in this console. */
export type HistoryTimes = {
  event: string | null;
  created: string | null;
  ingested: string | null;
  synced: string | null;
};

/** One change; `from` and `to` are texts for people. */
export type HistoryEntry = {
  /** When it took effect as far as anybody knows: newest first by this. */
  at: string;
  what: HistorySubject;
  from: string | null;
  to: string | null;
  by: HistoryActor;
  system: System | 'onequeue';
  commandId: string | null;
  /** How far a command of ours has come; null for what others did. */
  state: CommandState | null;
  times: HistoryTimes;
};

/** What is known of an incident's past. */
export type IncidentHistory = {
  /** Newest first. */
  entries: HistoryEntry[];
  /** False when something may have happened that nobody here could see. */
  complete: boolean;
  /** Since when this console has watched. */
  since: string;
};

/** What happened after a time; `alerts` counts those that were created and those that were moved here. */
export type ChangesSince = { alerts: number; entities: number; entries: HistoryEntry[] };

/** A difference between two readings of one system. */
export type SeenChange = {
  key: string;
  system: System;
  what: HistorySubject;
  /** The later reading's own time of change: the same difference seen twice is one. */
  version: string;
  from: string | null;
  to: string | null;
  by: string | null;
  changedAt: string | null;
  syncedAt: string;
  /** The alerts that came or went, when that is what changed. */
  alertIds: string[];
};

/** The fields that read differently; values are texts for people. */
export function changedTexts(
  before: IncidentFace,
  after: IncidentFace,
): { what: SyncedField; from: string; to: string }[] {
  return syncedFields.flatMap((what) => {
    const [from, to] = [fieldText(what, before), fieldText(what, after)];
    return from === to ? [] : [{ what, from, to }];
  });
}
