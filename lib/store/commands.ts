/** The journal: every command is here before anything is sent, with every state it went through. */
import type { Kysely } from 'kysely';
import type { Command } from '@/lib/domain/incident/command';
import type { Tables } from '@/lib/store/schema';

const unsettled = ['queued', 'sending', 'accepted'] as const;

export type CommandEvent = { commandId: string; state: Command['state']; at: string; note: string | null };

export function commands(database: Kysely<Tables>) {
  return {
    /** False when a command with this id is already there: asking twice is asking once. */
    async add(command: Command): Promise<boolean> {
      return database.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto('command')
          .values({
            id: command.id,
            incident_key: command.incidentKey,
            state: command.state,
            body: JSON.stringify(command),
            created_at: command.createdAt,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .execute();
        if (added.length === 0) return false;
        await transaction
          .insertInto('command_event')
          .values({ command_id: command.id, state: command.state, at: command.createdAt, note: null })
          .execute();
        return true;
      });
    },
    /** Records a new state (or attempt) and when and why. */
    async update(command: Command, at: string, note: string | null): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('command')
          .set({ state: command.state, body: JSON.stringify(command) })
          .where('id', '=', command.id)
          .execute();
        await transaction
          .insertInto('command_event')
          .values({ command_id: command.id, state: command.state, at, note })
          .execute();
      });
    },
    async get(id: string): Promise<Command | null> {
      const row = await database.selectFrom('command').select('body').where('id', '=', id).executeTakeFirst();
      return row?.body ?? null;
    },
    /** What is still under way and what was settled at or after `since` (ISO 8601), oldest first. */
    async recent(since: string): Promise<Command[]> {
      const rows = await database
        .selectFrom('command')
        .select('body')
        .where((where) => where.or([where('state', 'in', unsettled), where('created_at', '>=', since)]))
        .orderBy('created_at')
        .execute();
      return rows.map((row) => row.body);
    },
    async events(commandId: string): Promise<CommandEvent[]> {
      const rows = await database
        .selectFrom('command_event')
        .selectAll()
        .where('command_id', '=', commandId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({ commandId: row.command_id, state: row.state, at: row.at, note: row.note }));
    },
  };
}
