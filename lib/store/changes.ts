/** The log of what changed in the database, by which the processes that share it follow each other. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '@/lib/store/schema';

export type Change = {
  /** Without gaps, in the order in which the changes became visible. */
  seq: number;
  /** Whether this process made it. */
  own: boolean;
  /** The table, or what `note` was given. */
  topic: string;
  /** The rows: `defender/12345` for incident copies, plain ids elsewhere. */
  ids: string[];
};

/** How many changes are kept: whoever was away for longer reads everything anew. */
const keptChanges = 20_000;
const mostAtOnce = 500;

export type ChangesOptions = { origin: string; listen: (heard: () => void) => () => void };

export function changes(database: Kysely<Tables>, { origin, listen }: ChangesOptions) {
  return {
    async head(): Promise<number> {
      const row = await database.selectFrom('change_head').select('seq').executeTakeFirstOrThrow();
      return Number(row.seq);
    },
    /** What came after `seq`, oldest first, at most 500; null when part of it is no longer kept. */
    async after(seq: number): Promise<Change[] | null> {
      const rows = await database
        .selectFrom('change')
        .select(['seq', 'origin', 'topic', 'ids'])
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(mostAtOnce)
        .execute();
      const [first] = rows;
      if (first !== undefined && Number(first.seq) !== seq + 1) return null;
      return rows.map((row) => ({
        seq: Number(row.seq),
        own: row.origin === origin,
        topic: row.topic,
        ids: row.ids,
      }));
    },
    /** Tells every process something that is no change of a followed table. */
    async note(topic: string, ids: readonly string[]): Promise<void> {
      await sql`select append_change(${topic}, ${JSON.stringify(ids)}::json)`.execute(database);
    },
    /** Forgets what nobody needs any more. */
    async trim(): Promise<void> {
      await database
        .deleteFrom('change')
        .where('seq', '<', (head) => head.selectFrom('change_head').select(sql<number>`seq - ${keptChanges}`.as('old')))
        .execute();
    },
    /** Calls `heard` when another process may have changed something; answers how to stop. It may miss some. */
    listen,
  };
}
