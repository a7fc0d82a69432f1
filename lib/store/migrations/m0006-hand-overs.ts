/** What a shift left to the next, signed. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('hand_over')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('signed_at', 'text', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addColumn('taken', 'json')
    .execute();
  await database.schema.createIndex('hand_over_signed_at').on('hand_over').column('signed_at').execute();
}
