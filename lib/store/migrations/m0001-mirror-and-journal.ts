/** The first tables: the mirror of both systems and the journal of commands. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('incident_copy')
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('wire', 'json', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_copy_key', ['system', 'id'])
    .execute();
  await database.schema
    .createTable('alert_brief')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('incident_id', 'text', (column) => column.notNull())
    .addColumn('brief', 'json', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('command')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('incident_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('body', 'json', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('command_state').on('command').columns(['state', 'created_at']).execute();
  await database.schema
    .createTable('command_event')
    .addColumn('seq', 'bigserial', (column) => column.primaryKey())
    .addColumn('command_id', 'text', (column) => column.notNull().references('command.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .execute();
  await database.schema
    .createTable('mark')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'json', (column) => column.notNull())
    .execute();
}
