/** When each analyst was here. One row each: nobody's hours are kept. */
import type { Kysely } from 'kysely';
import { type Visit, visitAfter } from '@/lib/domain/queue/saved-view';
import type { Tables } from '@/lib/store/schema';

export function visits(database: Kysely<Tables>) {
  return {
    /** Notes a sign of life and says which visit this is. */
    async touch(person: string, at: string): Promise<Visit> {
      const key = person.toLowerCase();
      const row = await database.selectFrom('visit').selectAll().where('person', '=', key).executeTakeFirst();
      const { startedAt, previousEndedAt, lastSeenAt } = visitAfter(
        row === undefined
          ? null
          : { startedAt: row.started_at, previousEndedAt: row.previous_ended_at, lastSeenAt: row.last_seen_at },
        at,
      );
      const values = { started_at: startedAt, previous_ended_at: previousEndedAt, last_seen_at: lastSeenAt };
      await database
        .insertInto('visit')
        .values({ person: key, ...values })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(values))
        .execute();
      return { startedAt, previousEndedAt };
    },
  };
}
