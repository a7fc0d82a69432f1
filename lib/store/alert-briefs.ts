/** The part of every alert that the queue counts and filters by. */
import type { Kysely } from 'kysely';
import { batches } from '@/lib/store/batches';
import type { Tables } from '@/lib/store/schema';

/** `brief` is the hub's own JSON; whoever reads it checks it. */
export type StoredAlert = { id: string; incidentId: string | null; brief: unknown; updatedAt: string };

export function alertBriefs(database: Kysely<Tables>) {
  return {
    async all(): Promise<StoredAlert[]> {
      const rows = await database.selectFrom('alert_brief').selectAll().execute();
      return rows.map((row) => ({
        id: row.id,
        incidentId: row.incident_id,
        brief: row.brief,
        updatedAt: row.updated_at,
      }));
    },
    async put(alerts: readonly StoredAlert[]): Promise<void> {
      for (const batch of batches(alerts, (alert) => alert.id)) {
        await database
          .insertInto('alert_brief')
          .values(
            batch.map((alert) => ({
              id: alert.id,
              incident_id: alert.incidentId,
              brief: JSON.stringify(alert.brief),
              updated_at: alert.updatedAt,
            })),
          )
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((row) => ({
              incident_id: row.ref('excluded.incident_id'),
              brief: row.ref('excluded.brief'),
              updated_at: row.ref('excluded.updated_at'),
            })),
          )
          .execute();
      }
    },
  };
}
