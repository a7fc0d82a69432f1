/**
 * One request for however many rows; what was stored (or waits for the connection) can be taken back, what was not comes
 * back as rows with reasons.
 */
'use client';
import type { ActCalls, ActNoun, ActResult, Step } from '@/components/queue/acts/act-noun';
import { type Batch, rowOf } from '@/components/queue/acts/batch';

/** `waits`: the console was not reached, and this browser keeps what was asked for. */
type Sent<Row, Changes> = Pick<Batch<Row, Changes>, 'rows' | 'stored'> & { waits: boolean };

export type Send<Row, Changes> = (
  steps: readonly Step<Row, Changes>[],
  what: string,
  overwrite: boolean,
) => Promise<Sent<Row, Changes>>;

const isKept = ({ outcome }: ActResult<unknown>) => outcome === 'stored' || outcome === 'waiting';

function keptIds<Row>(results: readonly ActResult<Row>[]): string[] {
  return results.filter(isKept).map(({ commandId }) => commandId);
}

/** Throws when nothing was stored. */
export function useSending<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  { change }: Pick<ActCalls<Row, Changes>, 'change'>,
): Send<Row, Changes> {
  return async (steps, what, overwrite) => {
    const sent = change(steps, overwrite);
    noun.undoStack.push({ what, commandIds: sent.then(keptIds, () => []) });
    const results = await sent;
    const stored = new Map<string, string>();
    const rows = steps.flatMap((step, at) => {
      const result = results[at];
      if (result === undefined) return [];
      if (isKept(result)) stored.set(noun.keyOf(step.row), result.commandId);
      return rowOf(noun, step, result) ?? [];
    });
    return { rows, stored, waits: results.some(({ outcome }) => outcome === 'waiting') };
  };
}
