/** What the alerts of an incident say about it, beside the alerts themselves: enough to show a queue by. */
import type { Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('alert_summary')
    .addColumn('incident_key', 'text', (column) => column.primaryKey())
    .addColumn('summary', 'json', (column) => column.notNull())
    .execute();
}
