/** Brings a database to the current schema. Migrations are code, so a console needs no files beside it. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { up as mirrorAndJournal } from '@/lib/store/migrations/m0001-mirror-and-journal';
import { up as journal } from '@/lib/store/migrations/m0002-journal';
import { up as views } from '@/lib/store/migrations/m0003-views';
import { up as leases } from '@/lib/store/migrations/m0004-leases';
import { up as alerts } from '@/lib/store/migrations/m0005-alerts';
import { up as handOvers } from '@/lib/store/migrations/m0006-hand-overs';
import { up as chosenKeys } from '@/lib/store/migrations/m0007-chosen-keys';
import { up as alertSummaries } from '@/lib/store/migrations/m0008-alert-summaries';
import type { Tables } from '@/lib/store/schema';

/** By name, in order. A migration that was released is never edited. */
const migrations = {
  'm0001-mirror-and-journal': { up: mirrorAndJournal },
  'm0002-journal': { up: journal },
  'm0003-views': { up: views },
  'm0004-leases': { up: leases },
  'm0005-alerts': { up: alerts },
  'm0006-hand-overs': { up: handOvers },
  'm0007-chosen-keys': { up: chosenKeys },
  'm0008-alert-summaries': { up: alertSummaries },
};

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
