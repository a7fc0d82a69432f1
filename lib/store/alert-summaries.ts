/**
 * What the alerts of each incident say about it, so that a queue can be shown before its alerts are read. Derived from
 * them and written after them: where the two differ, the alerts are right.
 */
import { type Kysely, sql } from 'kysely';
import type { AlertSummary } from '@/lib/domain/incident/merge';
import { batches } from '@/lib/store/batches';
import { pieces } from '@/lib/store/pieces';
import type { Tables } from '@/lib/store/schema';

/** By Defender's id of the incident. */
export type KeptSummary = [incidentKey: string, summary: AlertSummary];

export function alertSummaries(database: Kysely<Tables>) {
  return {
    async *all(): AsyncGenerator<KeptSummary[]> {
      const columns = sql`json_agg(json_build_array(incident_key, summary)) as kept`;
      for await (const { kept } of pieces<{ kept: KeptSummary[] | null }>(database, 'alert_summary', columns, 'large'))
        yield kept ?? [];
    },
    async put(summaries: readonly KeptSummary[]): Promise<void> {
      for (const batch of batches(summaries, ([key]) => key)) {
        await database
          .insertInto('alert_summary')
          .values(batch.map(([key, summary]) => ({ incident_key: key, summary: JSON.stringify(summary) })))
          .onConflict((conflict) =>
            conflict.column('incident_key').doUpdateSet((row) => ({ summary: row.ref('excluded.summary') })),
          )
          .execute();
      }
    },
  };
}
