/**
 * Which process sends an incident's commands. A claim is a promise with an end, so a process that dies keeps nobody
 * waiting longer than that. Times are the database's own: the clocks of the processes do not matter.
 */
import { type Kysely, sql } from 'kysely';
import type { LeaseHolder } from '@/lib/store/leases';
import type { Tables } from '@/lib/store/schema';

export function claims(database: Kysely<Tables>, { holder, alone }: LeaseHolder) {
  const until = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;
  return {
    /** Nobody else can send: claims of earlier runs are void, and nothing has to be looked up before sending. */
    alone,
    /** Takes or renews; false while another process has the incident. */
    async take(key: string, ttlMs: number): Promise<boolean> {
      if (alone) return true;
      const row = await database
        .insertInto('command_claim')
        .values({ incident_key: key, holder, expires_at: until(ttlMs) })
        .onConflict((conflict) =>
          conflict
            .column('incident_key')
            .doUpdateSet({ holder, expires_at: until(ttlMs) })
            .where(sql<boolean>`command_claim.holder = ${holder} or command_claim.expires_at < clock_timestamp()`),
        )
        .returning('incident_key')
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Prolongs every claim of this process. */
    async renew(ttlMs: number): Promise<void> {
      if (alone) return;
      await database
        .updateTable('command_claim')
        .set({ expires_at: until(ttlMs) })
        .where('holder', '=', holder)
        .execute();
    },
    async release(key: string): Promise<void> {
      if (alone) return;
      await database.deleteFrom('command_claim').where('incident_key', '=', key).where('holder', '=', holder).execute();
    },
  };
}
