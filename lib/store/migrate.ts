/** Brings a database to the current schema. Migrations are code, so a console needs no files beside it. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { up as mirrorAndJournal } from '@/lib/store/migrations/m0001-mirror-and-journal';
import type { Tables } from '@/lib/store/schema';

/** By name, in order. A migration that was released is never edited. */
const migrations = { 'm0001-mirror-and-journal': { up: mirrorAndJournal } };

export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
