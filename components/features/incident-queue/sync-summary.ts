/** The sync column: the field that most needs attention stands for the row. */
import { type FieldSync, type Incident, type SyncedField, syncedFields } from '@/lib/domain/incident/incident';

const urgency = { refused: 3, drifted: 2, pending: 1, confirmed: 0 } as const satisfies Record<
  FieldSync['state'],
  number
>;

/** Null when no field was touched and both systems agree. */
export function mostUrgentSync(incident: Incident): { field: SyncedField; sync: FieldSync } | null {
  let worst: { field: SyncedField; sync: FieldSync } | null = null;
  for (const field of syncedFields) {
    const sync = incident.sync[field];
    if (sync !== undefined && (worst === null || urgency[sync.state] > urgency[worst.sync.state]))
      worst = { field, sync };
  }
  return worst;
}
