/** The mirror on disk: what each system last said about each incident, so that a cold start shows a queue at once. */
import { type Kysely, sql } from 'kysely';
import type { System } from '@/lib/domain/source/source';
import { batches } from '@/lib/store/batches';
import { pieces } from '@/lib/store/pieces';
import type { Tables } from '@/lib/store/schema';

/** `id` is Defender's number or Sentinel's GUID; `wire` is Microsoft's JSON verbatim. */
export type IncidentCopy = { id: string; wire: unknown; updatedAt: string };

export function incidentCopies(database: Kysely<Tables>) {
  return {
    /** What both systems said, in pieces. */
    async *all(): AsyncGenerator<Record<System, unknown[]>> {
      const columns = sql`json_agg(wire) filter (where system = 'defender') as defender,
        json_agg(wire) filter (where system = 'sentinel') as sentinel`;
      for await (const piece of pieces<Record<System, unknown[] | null>>(database, 'incident_copy', columns, 'large'))
        yield { defender: piece.defender ?? [], sentinel: piece.sentinel ?? [] };
    },
    async ids(system: System): Promise<string[]> {
      const rows = await database.selectFrom('incident_copy').select('id').where('system', '=', system).execute();
      return rows.map((row) => row.id);
    },
    /** Those of the ids that are there. */
    async some(system: System, ids: readonly string[]): Promise<IncidentCopy[]> {
      if (ids.length === 0) return [];
      const rows = await database
        .selectFrom('incident_copy')
        .selectAll()
        .where('system', '=', system)
        .where('id', 'in', ids)
        .execute();
      return rows.map((row) => ({ id: row.id, wire: row.wire, updatedAt: row.updated_at }));
    },
    /** Leaves a copy alone that is newer than the given one or says the same. */
    async put(system: System, copies: readonly IncidentCopy[]): Promise<void> {
      for (const batch of batches(copies, (copy) => copy.id)) {
        await database
          .insertInto('incident_copy')
          .values(
            batch.map((copy) => ({
              system,
              id: copy.id,
              wire: JSON.stringify(copy.wire),
              updated_at: copy.updatedAt,
            })),
          )
          .onConflict((conflict) =>
            conflict
              .columns(['system', 'id'])
              .doUpdateSet((row) => ({
                wire: row.ref('excluded.wire'),
                updated_at: row.ref('excluded.updated_at'),
              }))
              // What says the same is no change, and a slow reply must not undo a newer one.
              .where(sql<boolean>`excluded.wire::text is distinct from incident_copy.wire::text
                and excluded.updated_at::timestamptz >= incident_copy.updated_at::timestamptz`),
          )
          .execute();
      }
    },
    async remove(system: System, ids: readonly string[]): Promise<void> {
      for (const batch of batches(ids, (id) => id)) {
        await database.deleteFrom('incident_copy').where('system', '=', system).where('id', 'in', batch).execute();
      }
    },
  };
}
