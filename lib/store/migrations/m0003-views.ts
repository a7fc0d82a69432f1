/** Saved views of the queues, what each analyst opens a queue with, and when each of them was last here. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('saved_view')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('shared', 'boolean', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('saved_view_owner').on('saved_view').column('owner').execute();
  await database.schema
    .createTable('default_view')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('noun', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('default_view_key', ['person', 'noun'])
    .execute();
  await database.schema
    .createTable('visit')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('previous_ended_at', 'text')
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .execute();
}
