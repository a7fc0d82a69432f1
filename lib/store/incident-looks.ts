/** When each person last looked at each incident. */
import type { Kysely } from 'kysely';
import type { Tables } from '@/lib/store/schema';

export function incidentLooks(database: Kysely<Tables>) {
  return {
    /** Null when this person never opened it. `person` is a UPN. */
    async last(person: string, key: string): Promise<string | null> {
      const row = await database
        .selectFrom('incident_look')
        .select('at')
        .where('person', '=', person.toLowerCase())
        .where('incident_key', '=', key)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    /** What this person looked at from a time on: incident key → when. */
    async since(person: string, at: string): Promise<Record<string, string>> {
      const rows = await database
        .selectFrom('incident_look')
        .select(['incident_key', 'at'])
        .where('person', '=', person.toLowerCase())
        .where('at', '>=', at)
        .execute();
      return Object.fromEntries(rows.map((row) => [row.incident_key, row.at]));
    },
    async note(person: string, key: string, at: string): Promise<void> {
      await database
        .insertInto('incident_look')
        .values({ person: person.toLowerCase(), incident_key: key, at })
        .onConflict((conflict) => conflict.columns(['person', 'incident_key']).doUpdateSet({ at }))
        .execute();
    },
    async forget(before: string): Promise<void> {
      await database.deleteFrom('incident_look').where('at', '<', before).execute();
    },
  };
}
