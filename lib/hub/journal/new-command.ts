/** A command at the beginning of its life. */
import type { Command, CommandAct } from '@/lib/domain/incident/command';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { Faces } from '@/lib/domain/incident/merge';
import type { System } from '@/lib/domain/source/source';

export type NewCommand = {
  id: string;
  incidentKey: string;
  act: CommandAct;
  by: Assignee;
  at: Date;
  owner: System;
  reason?: string | null;
  undoes?: string | null;
  batchId?: string | null;
};

/** Writes go to Defender where it knows the incident: Sentinel's copy follows by itself. */
export function ownerOf(faces: Faces | null): System {
  if (faces === null) return 'sentinel';
  return faces.defender !== null || faces.sentinel.twin !== null ? 'defender' : 'sentinel';
}

/** Queued. `at` is the tenant's time. */
export function newCommand({ at, reason, undoes, batchId, ...rest }: NewCommand): Command {
  return {
    ...rest,
    reason: reason ?? null,
    undoes: undoes ?? null,
    batchId: batchId ?? null,
    state: 'queued',
    attempts: 0,
    createdAt: at.toISOString(),
    sentAt: null,
    acceptedAt: null,
    settledAt: null,
    failure: null,
  };
}
