/** One request for however many rows; what was stored can be taken back, what was not comes back as rows with reasons. */
'use client';
import type { ActCalls, ActNoun, ActResult, Step } from '@/components/queue/acts/act-noun';
import { type Batch, rowOf } from '@/components/queue/acts/batch';

export type Send<Row, Changes> = (
  steps: readonly Step<Row, Changes>[],
  what: string,
  overwrite: boolean,
) => Promise<Pick<Batch<Row, Changes>, 'rows' | 'stored'>>;

function storedIds<Row>(results: readonly ActResult<Row>[]): string[] {
  return results.flatMap((result) => (result.outcome === 'stored' ? [result.commandId] : []));
}

/** Throws when the console was not reached: then nothing was stored. */
export function useSending<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  { change }: Pick<ActCalls<Row, Changes>, 'change'>,
): Send<Row, Changes> {
  return async (steps, what, overwrite) => {
    const sent = change(steps, overwrite);
    noun.undoStack.push({ what, commandIds: sent.then(storedIds, () => []) });
    const results = await sent;
    const stored = new Map<string, string>();
    const rows = steps.flatMap((step, at) => {
      const result = results[at];
      if (result?.outcome === 'stored') stored.set(noun.keyOf(step.row), result.commandId);
      return result === undefined ? [] : (rowOf(noun, step, result) ?? []);
    });
    return { rows, stored };
  };
}
