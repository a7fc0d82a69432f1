/** Saved views, and what each analyst opens a queue with. Persons are UPNs, compared without case. */
import type { Kysely } from 'kysely';
import type { SavedView, SavedViews, ViewNoun } from '@/lib/domain/queue/saved-view';
import type { Tables } from '@/lib/store/schema';

export function savedViews(database: Kysely<Tables>) {
  return {
    async of(person: string): Promise<SavedViews> {
      const owner = person.toLowerCase();
      const rows = await database
        .selectFrom('saved_view')
        .select('body')
        .where((where) => where.or([where('owner', '=', owner), where('shared', '=', true)]))
        .execute();
      const chosen = await database
        .selectFrom('default_view')
        .select(['noun', 'view_id'])
        .where('person', '=', owner)
        .execute();
      const views = rows.map(({ body }) => body).sort((left, right) => left.name.localeCompare(right.name, 'en'));
      const known = (noun: ViewNoun) => chosen.find((row) => row.noun === noun)?.view_id ?? null;
      const defaults = { incidents: known('incidents'), alerts: known('alerts'), rules: known('rules') };
      return { views, defaults };
    },
    async get(id: string): Promise<SavedView | null> {
      const row = await database.selectFrom('saved_view').select('body').where('id', '=', id).executeTakeFirst();
      return row?.body ?? null;
    },
    async put(view: SavedView): Promise<void> {
      const row = {
        noun: view.noun,
        owner: view.owner.toLowerCase(),
        shared: view.shared,
        body: JSON.stringify(view),
      };
      await database
        .insertInto('saved_view')
        .values({ id: view.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    /** Whoever opened a queue with it opens it as by default again. */
    async remove(id: string): Promise<void> {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('saved_view').where('id', '=', id).execute();
        await transaction.deleteFrom('default_view').where('view_id', '=', id).execute();
      });
    },
    /** Views that come with the console can be somebody's default too, so the id is not asked after. */
    async makeDefault(person: string, noun: ViewNoun, id: string | null): Promise<void> {
      const owner = person.toLowerCase();
      if (id === null) {
        await database.deleteFrom('default_view').where('person', '=', owner).where('noun', '=', noun).execute();
        return;
      }
      await database
        .insertInto('default_view')
        .values({ person: owner, noun, view_id: id })
        .onConflict((conflict) => conflict.columns(['person', 'noun']).doUpdateSet({ view_id: id }))
        .execute();
    },
  };
}
