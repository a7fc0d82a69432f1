/** Which keys each analyst chose. */
import type { Kysely } from 'kysely';
import type { ChosenKeys } from '@/lib/domain/session/chosen-keys';
import type { Tables } from '@/lib/store/schema';

export function chosenKeys(database: Kysely<Tables>) {
  return {
    /** Null when this person never chose any. */
    async of(person: string): Promise<ChosenKeys | null> {
      const row = await database
        .selectFrom('chosen_keys')
        .selectAll()
        .where('person', '=', person.toLowerCase())
        .executeTakeFirst();
      return row === undefined ? null : { map: row.map, updatedAt: row.updated_at };
    },
    /** Instead of the version `seen` only (null: instead of none); answers whether it was still that one. */
    async replace(person: string, { map, updatedAt }: ChosenKeys, seen: string | null): Promise<boolean> {
      const values = { map: JSON.stringify(map), updated_at: updatedAt };
      const key = person.toLowerCase();
      if (seen === null) {
        const { numInsertedOrUpdatedRows } = await database
          .insertInto('chosen_keys')
          .values({ person: key, ...values })
          .onConflict((conflict) => conflict.column('person').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await database
        .updateTable('chosen_keys')
        .set(values)
        .where('person', '=', key)
        .where('updated_at', '=', seen)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
