/** Brings a database to the current schema. Migrations are code, so a console needs no files beside it. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { up as mirrorAndJournal } from '@/lib/store/migrations/m0001-mirror-and-journal';
import { up as alerts } from '@/lib/store/migrations/m0005-alerts';
import type { Tables } from '@/lib/store/schema';

/** By name, in order. A migration that was released is never edited. */
const migrations = { 'm0001-mirror-and-journal': { up: mirrorAndJournal }, 'm0005-alerts': { up: alerts } };

export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => migrations },
    // They don't build upon each other, so a database may have met them in another order.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
