/** The part of every alert that both queues list, count and filter by. */
import { type Kysely, type Selectable, sql } from 'kysely';
import { batches } from '@/lib/store/batches';
import { pieces } from '@/lib/store/pieces';
import type { Tables } from '@/lib/store/schema';

/** `brief` is the hub's own JSON; whoever reads it checks it. */
export type StoredAlert = { id: string; incidentId: string | null; brief: unknown; updatedAt: string };

function asStored(row: Selectable<Tables['alert_brief']>): StoredAlert {
  return { id: row.id, incidentId: row.incident_id, brief: row.brief, updatedAt: row.updated_at };
}

export function alertBriefs(database: Kysely<Tables>) {
  return {
    /** What is kept of all alerts, in pieces. */
    async *all(): AsyncGenerator<unknown[]> {
      const columns = sql`json_agg(brief) as briefs`;
      for await (const { briefs } of pieces<{ briefs: unknown[] | null }>(database, 'alert_brief', columns, 'small'))
        yield briefs ?? [];
    },
    /** Those of the ids that are there. */
    async some(ids: readonly string[]): Promise<StoredAlert[]> {
      if (ids.length === 0) return [];
      return (await database.selectFrom('alert_brief').selectAll().where('id', 'in', ids).execute()).map(asStored);
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
            conflict
              .column('id')
              .doUpdateSet((row) => ({
                incident_id: row.ref('excluded.incident_id'),
                brief: row.ref('excluded.brief'),
                updated_at: row.ref('excluded.updated_at'),
              }))
              // What says the same is no change.
              .where(sql<boolean>`excluded.brief::text is distinct from alert_brief.brief::text`),
          )
          .execute();
      }
    },
  };
}
