/**
 * What became of acts that were asked for together: which rows were stored, which were not and why, and which of the
 * stored ones Microsoft refused later. Pure; the panel draws it.
 */
import { incidentName } from '@/components/features/incident-queue/acts/incident-name';
import type { ActOutcome, Overtaken } from '@/lib/domain/incident/act';
import { type Incident, type IncidentChanges, syncedFields } from '@/lib/domain/incident/incident';

/** One row and what is wanted of it. */
export type Step = { incident: Incident; changes: IncidentChanges };

export type BatchRow = {
  key: string;
  /** `#12345`. */
  name: string;
  /**
   * - refused: the console or Microsoft said no
   * - overtaken: somebody else was quicker, nothing was stored
   */
  state: 'refused' | 'overtaken';
  reason: string;
  fields: readonly Overtaken[];
  /** What was wanted; null when asking again makes no sense. */
  step: Step | null;
  /** A command that Microsoft refused and that may be sent again. */
  retryId: string | null;
};

export type Batch = {
  /** `12 incidents resolved`. */
  what: string;
  total: number;
  rows: readonly BatchRow[];
  /** Command by incident, of those that were stored. */
  stored: ReadonlyMap<string, string>;
};

const plain = (incident: Incident) => ({
  key: incident.key,
  name: incidentName(incident),
  fields: [],
  step: null,
  retryId: null,
});

/** A rule stood in the way before anything was sent, or the console knew better. */
export function refusedRow(incident: Incident, reason: string): BatchRow {
  return { ...plain(incident), state: 'refused', reason };
}

/** Null for what was stored. */
export function rowOf(step: Step, outcome: ActOutcome): BatchRow | null {
  switch (outcome.outcome) {
    case 'stored':
      return null;
    case 'refused':
      return refusedRow(step.incident, outcome.reason);
    case 'overtaken':
      return {
        ...plain(step.incident),
        state: 'overtaken',
        reason: 'Somebody was quicker',
        fields: outcome.fields,
        step: { incident: outcome.incident, changes: step.changes },
      };
  }
}

/** What Microsoft refused after the console had stored it, as the incidents show it now. */
export function lateRefusals(batch: Batch, byKey: ReadonlyMap<string, Incident>): BatchRow[] {
  return [...batch.stored].flatMap(([key, commandId]): BatchRow[] => {
    const incident = byKey.get(key);
    if (incident === undefined) return [];
    const refused = syncedFields
      .map((field) => incident.sync[field])
      .find((sync) => sync?.state === 'refused' && sync.commandId === commandId);
    if (refused === undefined) return [];
    return [
      {
        ...refusedRow(incident, refused.reason ?? 'No reason was given'),
        retryId: refused.retryable === true ? commandId : null,
      },
    ];
  });
}

/** How many of the stored ones are still on their way. */
export function pendingCount(batch: Batch, byKey: ReadonlyMap<string, Incident>): number {
  let pending = 0;
  for (const [key, commandId] of batch.stored) {
    const sync = byKey.get(key)?.sync ?? {};
    if (syncedFields.some((field) => sync[field]?.state === 'pending' && sync[field]?.commandId === commandId))
      pending += 1;
  }
  return pending;
}
