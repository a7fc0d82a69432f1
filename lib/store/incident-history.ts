/** What the mirror saw change on each incident, for a bounded time. */
import type { Kysely, Selectable } from 'kysely';
import type { SeenChange } from '@/lib/domain/incident/history';
import type { Tables } from '@/lib/store/schema';

const batchSize = 500;

function changeOf(row: Selectable<Tables['incident_history']>): SeenChange {
  return {
    key: row.incident_key,
    system: row.system,
    what: row.what,
    version: row.version,
    from: row.from_text,
    to: row.to_text,
    by: row.by_name,
    changedAt: row.changed_at,
    syncedAt: row.synced_at,
    alertIds: row.alert_ids ?? [],
  };
}

export function incidentHistory(database: Kysely<Tables>) {
  return {
    /** A change that is there already is left as it is. */
    async add(changes: readonly SeenChange[]): Promise<void> {
      for (let from = 0; from < changes.length; from += batchSize) {
        await database
          .insertInto('incident_history')
          .values(
            changes.slice(from, from + batchSize).map((change) => ({
              incident_key: change.key,
              system: change.system,
              what: change.what,
              version: change.version,
              from_text: change.from,
              to_text: change.to,
              by_name: change.by,
              changed_at: change.changedAt,
              synced_at: change.syncedAt,
              alert_ids: change.alertIds.length === 0 ? null : JSON.stringify(change.alertIds),
            })),
          )
          .onConflict((conflict) => conflict.constraint('incident_history_once').doNothing())
          .execute();
      }
    },
    /** Of one incident, oldest first. */
    async of(key: string): Promise<SeenChange[]> {
      const rows = await database
        .selectFrom('incident_history')
        .selectAll()
        .where('incident_key', '=', key)
        .orderBy('synced_at')
        .orderBy('seq')
        .execute();
      return rows.map(changeOf);
    },
    /** Of all incidents, oldest first, as they were seen from `from` to before `to` (ISO 8601). */
    async between(from: string, to: string): Promise<SeenChange[]> {
      const rows = await database
        .selectFrom('incident_history')
        .selectAll()
        .where('synced_at', '>=', from)
        .where('synced_at', '<', to)
        .orderBy('synced_at')
        .orderBy('seq')
        .execute();
      return rows.map(changeOf);
    },
    async rekey(from: string, to: string): Promise<void> {
      await database
        .updateTable('incident_history')
        .set({ incident_key: to })
        .where('incident_key', '=', from)
        .execute();
    },
    /** When the latest change was seen; null when none was. */
    async newest(): Promise<string | null> {
      const row = await database
        .selectFrom('incident_history')
        .select((select) => select.fn.max('synced_at').as('at'))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    /** Forgets what was seen before this time (ISO 8601). */
    async forget(before: string): Promise<void> {
      await database.deleteFrom('incident_history').where('synced_at', '<', before).execute();
    },
  };
}
