/**
 * Alerts as the alert queue lists them, those outside of incidents too. What an older console kept of an alert was
 * enough to count it and no more, so it goes, and Defender's alerts are read again from the beginning; incidents stay.
 */
import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('alert_brief')
    .alterColumn('incident_id', (column) => column.dropNotNull())
    .execute();
  await sql`delete from alert_brief`.execute(database);
  await sql`delete from mark where name = 'reading/defender/alerts'`.execute(database);
}
