/** One request for however many rows; what was stored can be taken back, what was not comes back as rows with reasons. */
'use client';
import { type BatchRow, rowOf, type Step } from '@/components/features/incident-queue/acts/batch';
import { undoStack } from '@/components/features/incident-queue/acts/undo-stack';
import type { ActOutcome } from '@/lib/domain/incident/act';
import { useChangeMany } from '@/lib/queries/change-incident';

export type Sent = { rows: readonly BatchRow[]; stored: ReadonlyMap<string, string> };

const storedIds = (outcomes: readonly ActOutcome[]) =>
  outcomes.flatMap((outcome) => (outcome.outcome === 'stored' ? [outcome.commandId] : []));

/** Throws when the console was not reached: then nothing was stored. */
export function useSending() {
  const { mutateAsync: changeMany } = useChangeMany();
  return async (steps: readonly Step[], what: string, overwrite: boolean): Promise<Sent> => {
    const sent = changeMany({
      changes: steps.map(({ incident, changes }) => ({ key: incident.key, changes, overwrite })),
    });
    undoStack.push({ what, commandIds: sent.then(storedIds, () => []) });
    const outcomes = await sent;
    const rows = outcomes.flatMap((outcome, at) => {
      const step = steps[at];
      return step === undefined ? [] : (rowOf(step, outcome) ?? []);
    });
    const stored = new Map(
      outcomes.flatMap((outcome, at) => {
        const key = steps[at]?.incident.key;
        return outcome.outcome === 'stored' && key !== undefined ? [[key, outcome.commandId] as const] : [];
      }),
    );
    return { rows, stored };
  };
}
