/** Looking into the journal: what a process that starts or falls behind has to know. */
import { type Kysely, sql } from 'kysely';
import type { Command } from '@/lib/domain/incident/command';
import type { Tables } from '@/lib/store/schema';

const unsettled = ['queued', 'sending', 'accepted'] as const;

export type CommandEvent = { commandId: string; state: Command['state']; at: string; note: string | null };

/** Commands as they are now, and the number of the newest event that they contain. */
export type JournalPart = { commands: Command[]; seq: number };

/** The order in which commands were taken. Their times may be equal. */
const firstEvent = sql`(select min(seq) from command_event where command_id = command.id)`;

type Row = { body: Command; incident_key: string };

/** Older versions of the console wrote less. */
function commandOf({ body, incident_key }: Row): Command {
  return { ...body, undoes: body.undoes ?? null, batchId: body.batchId ?? null, incidentKey: incident_key };
}

export async function newestEvent(database: Kysely<Tables>): Promise<number> {
  const row = await database
    .selectFrom('command_event')
    .select((select) => select.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

export function commandReads(database: Kysely<Tables>) {
  return {
    async get(ids: readonly string[]): Promise<Command[]> {
      if (ids.length === 0) return [];
      const rows = await database
        .selectFrom('command')
        .select(['body', 'incident_key'])
        .where('id', 'in', ids)
        .execute();
      return rows.map(commandOf);
    },
    /** What is still under way and the latest `most` commands, oldest first. By their order, not by anybody's clock. */
    async latest(most: number): Promise<JournalPart> {
      const seq = await newestEvent(database);
      const latest = database
        .selectFrom('command_event')
        .select('command_id')
        .groupBy('command_id')
        .orderBy((order) => order.fn.min('seq'), 'desc')
        .limit(most);
      const rows = await database
        .selectFrom('command')
        .select(['body', 'incident_key'])
        .where((where) => where.or([where('state', 'in', unsettled), where('id', 'in', latest)]))
        .orderBy(firstEvent)
        .execute();
      return { commands: rows.map(commandOf), seq };
    },
    /** What is still under way and what was created at or after `since` (ISO 8601), oldest first. */
    async recent(since: string): Promise<JournalPart> {
      const seq = await newestEvent(database);
      const rows = await database
        .selectFrom('command')
        .select(['body', 'incident_key'])
        .where((where) => where.or([where('state', 'in', unsettled), where('created_at', '>=', since)]))
        .orderBy(firstEvent)
        .execute();
      return { commands: rows.map(commandOf), seq };
    },
    /** Commands that were added or moved after event number `seq`. */
    async movedSince(seq: number): Promise<JournalPart> {
      const newest = await newestEvent(database);
      if (newest === seq) return { commands: [], seq };
      const rows = await database
        .selectFrom('command')
        .select(['body', 'incident_key'])
        .where('id', 'in', (select) => select.selectFrom('command_event').select('command_id').where('seq', '>', seq))
        .orderBy(firstEvent)
        .execute();
      return { commands: rows.map(commandOf), seq: newest };
    },
    /** Every command of an incident that the store still has, oldest first. */
    async ofIncident(key: string): Promise<Command[]> {
      const rows = await database
        .selectFrom('command')
        .select(['body', 'incident_key'])
        .where('incident_key', '=', key)
        .orderBy(firstEvent)
        .execute();
      return rows.map(commandOf);
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
