/** Which process sends an incident's commands, what changed on each incident, and who has looked at it when. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.createIndex('command_incident').on('command').column('incident_key').execute();
  await database.schema.createIndex('command_event_command').on('command_event').column('command_id').execute();
  await database.schema
    .createTable('command_claim')
    .addColumn('incident_key', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('incident_history')
    .addColumn('seq', 'bigserial', (column) => column.primaryKey())
    .addColumn('incident_key', 'text', (column) => column.notNull())
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('from_text', 'text')
    .addColumn('to_text', 'text')
    .addColumn('by_name', 'text')
    .addColumn('changed_at', 'text')
    .addColumn('synced_at', 'text', (column) => column.notNull())
    .addColumn('alert_ids', 'json')
    // A reading that is repeated after a crash sees the same change again.
    .addUniqueConstraint('incident_history_once', ['incident_key', 'system', 'what', 'version'])
    .execute();
  await database.schema.createIndex('incident_history_age').on('incident_history').column('synced_at').execute();
  await database.schema
    .createTable('incident_look')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('incident_key', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('incident_look_key', ['person', 'incident_key'])
    .execute();
}
