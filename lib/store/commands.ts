/**
 * The journal: every command is here before anything is sent, with every state it went through. Several processes may
 * share it, so each write takes its turn: the numbers of `command_event` then grow in the order in which writes become
 * visible, and whoever has seen number n has seen everything before it.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Command } from '@/lib/domain/incident/command';
import { batches } from '@/lib/store/batches';
import { commandReads, newestEvent } from '@/lib/store/command-reads';
import type { Tables } from '@/lib/store/schema';

/** Any number will do, as long as no other lock of this database has it. */
const journalLock = 7_205_001;

export type CommandStep = { command: Command; at: string; note: string | null };
export function commands(database: Kysely<Tables>) {
  function inTurn<Result>(write: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    return database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${journalLock})`.execute(transaction);
      return write(transaction);
    });
  }

  async function note(transaction: Transaction<Tables>, steps: readonly CommandStep[]): Promise<void> {
    const rows = steps.map(({ command, at, note: words }) => ({
      command_id: command.id,
      state: command.state,
      at,
      note: words,
    }));
    for (let from = 0; from < rows.length; from += 500) {
      await transaction
        .insertInto('command_event')
        .values(rows.slice(from, from + 500))
        .execute();
    }
  }

  return {
    ...commandReads(database),
    /**
     * Adds commands in one transaction and answers the ids that were new: asking twice is asking once. Null when
     * another process has written since `seq`: then look at that first.
     */
    async add(list: readonly Command[], seq: number | null): Promise<{ added: Set<string>; seq: number } | null> {
      return inTurn(async (transaction) => {
        if (seq !== null && (await newestEvent(transaction)) !== seq) return null;
        const added = new Set<string>();
        for (const batch of batches(list, (command) => command.id)) {
          const rows = await transaction
            .insertInto('command')
            .values(
              batch.map((command) => ({
                id: command.id,
                incident_key: command.incidentKey,
                state: command.state,
                body: JSON.stringify(command),
                created_at: command.createdAt,
              })),
            )
            .onConflict((conflict) => conflict.column('id').doNothing())
            .returning('id')
            .execute();
          for (const row of rows) added.add(row.id);
        }
        const fresh = list.filter((command) => added.has(command.id));
        await note(
          transaction,
          fresh.map((command) => ({ command, at: command.createdAt, note: null })),
        );
        return { added, seq: await newestEvent(transaction) };
      });
    },
    /** Records new states (or attempts) and when and why, in one transaction. */
    async update(steps: readonly CommandStep[]): Promise<number> {
      return inTurn(async (transaction) => {
        for (const { command } of steps) {
          await transaction
            .updateTable('command')
            .set({ state: command.state, body: JSON.stringify(command) })
            .where('id', '=', command.id)
            .execute();
        }
        await note(transaction, steps);
        return newestEvent(transaction);
      });
    },
    /** The incident goes on under another key. */
    async rekey(from: string, to: string): Promise<void> {
      await database.updateTable('command').set({ incident_key: to }).where('incident_key', '=', from).execute();
    },
  };
}
