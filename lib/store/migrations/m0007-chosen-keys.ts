/** Keys that analysts chose instead of the console's own. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('chosen_keys')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('map', 'json', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
}
