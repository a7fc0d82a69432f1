/** Small named facts that must survive a restart. */
import type { Kysely } from 'kysely';
import type { Tables } from '@/lib/store/schema';

export function marks(database: Kysely<Tables>) {
  return {
    /** Null when it was never written. Whoever reads it checks its shape. */
    async read(name: string): Promise<unknown> {
      const row = await database.selectFrom('mark').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
    async write(name: string, value: unknown): Promise<void> {
      await database
        .insertInto('mark')
        .values({ name, value: JSON.stringify(value) })
        .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ value: row.ref('excluded.value') })))
        .execute();
    },
  };
}
