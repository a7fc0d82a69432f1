/**
 * The tables of the console's own database, as Kysely sees them. JSON is kept in `json`, not `jsonb`: the texts are
 * attackers', and `jsonb` refuses a NUL that Microsoft's JSON may carry.
 */
import type { ColumnType, Generated } from 'kysely';
import type { HandOver, Signature } from '@/lib/domain/hand-over/hand-over';
import type { Command, CommandState } from '@/lib/domain/incident/command';
import type { HistorySubject } from '@/lib/domain/incident/history';
import type { AlertSummary } from '@/lib/domain/incident/merge';
import type { SavedView, ViewNoun } from '@/lib/domain/queue/saved-view';
import type { KeyChoices } from '@/lib/domain/session/chosen-keys';
import type { System } from '@/lib/domain/source/source';

/** Written as JSON text, read as the parsed value. */
type Json<Value> = ColumnType<Value, string, string>;

/** PGlite answers numbers, a server's driver text. */
type BigInteger = ColumnType<string | number, number, number>;

export type Tables = {
  /** What each system last said about an incident, verbatim. */
  incident_copy: { system: System; id: string; wire: Json<unknown>; updated_at: string };
  /** What the queue needs to know of an alert. */
  alert_brief: { id: string; incident_id: string | null; brief: Json<unknown>; updated_at: string };
  /** What the alerts of an incident say about it. */
  alert_summary: { incident_key: string; summary: Json<AlertSummary> };
  /** The journal: what analysts asked for. */
  command: { id: string; incident_key: string; state: CommandState; body: Json<Command>; created_at: string };
  /** Every state a command went through. */
  command_event: { seq: Generated<number>; command_id: string; state: CommandState; at: string; note: string | null };
  /** Which process sends an incident's commands. */
  command_claim: { incident_key: string; holder: string; expires_at: Date };
  /** What the mirror saw change. */
  incident_history: {
    seq: Generated<number>;
    incident_key: string;
    system: System;
    what: HistorySubject;
    version: string;
    from_text: string | null;
    to_text: string | null;
    by_name: string | null;
    changed_at: string | null;
    synced_at: string;
    alert_ids: ColumnType<string[] | null, string | null, string | null>;
  };
  /** When somebody last looked at an incident. */
  incident_look: { person: string; incident_key: string; at: string };
  /** Views that analysts named. */
  saved_view: { id: string; noun: ViewNoun; owner: string; shared: boolean; body: Json<SavedView> };
  /** What each analyst opens a queue with. */
  default_view: { person: string; noun: ViewNoun; view_id: string };
  /** Keys that analysts chose instead of the console's own. */
  chosen_keys: { person: string; map: Json<KeyChoices>; updated_at: string };
  /** When each analyst was here. */
  visit: { person: string; started_at: string; previous_ended_at: string | null; last_seen_at: string };
  /** What shifts left to the next; the second signature is a column of its own. */
  hand_over: {
    id: string;
    signed_at: string;
    body: Json<Omit<HandOver, 'taken'>>;
    taken: ColumnType<Signature | null, string | null, string | null>;
  };
  /** Small facts of the mirror: watermarks, when a source last answered. */
  mark: { name: string; value: Json<unknown> };
  /** Who may do what only one process may do at a time. */
  lease: { name: string; holder: string; token: BigInteger; expires_at: Date };
  /** What changed, in order; written by triggers and by `append_change`. */
  change: { seq: BigInteger; origin: string; topic: string; ids: Json<string[]>; at: Generated<Date> };
  /** One row: the number of the latest change. */
  change_head: { name: string; seq: BigInteger };
};
