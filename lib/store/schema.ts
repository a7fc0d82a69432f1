/**
 * The tables of the console's own database, as Kysely sees them. JSON is kept in `json`, not `jsonb`: the texts are
 * attackers', and `jsonb` refuses a NUL that Microsoft's JSON may carry.
 */
import type { ColumnType, Generated } from 'kysely';
import type { Command, CommandState } from '@/lib/domain/incident/command';
import type { System } from '@/lib/domain/source/source';

/** Written as JSON text, read as the parsed value. */
type Json<Value> = ColumnType<Value, string, string>;

export type Tables = {
  /** What each system last said about an incident, verbatim. */
  incident_copy: { system: System; id: string; wire: Json<unknown>; updated_at: string };
  /** What the queue needs to know of an alert. */
  alert_brief: { id: string; incident_id: string | null; brief: Json<unknown>; updated_at: string };
  /** The journal: what analysts asked for. */
  command: { id: string; incident_key: string; state: CommandState; body: Json<Command>; created_at: string };
  /** Every state a command went through. */
  command_event: { seq: Generated<number>; command_id: string; state: CommandState; at: string; note: string | null };
  /** Small facts of the mirror: watermarks, when a source last answered. */
  mark: { name: string; value: Json<unknown> };
};
