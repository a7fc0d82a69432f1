/** One comment on each of several rows, a few at a time; those that did not work are told and can be tried again. */
'use client';
import { type ActCalls, type ActNoun, namesOf } from '@/components/queue/acts/act-noun';
import { type Batch, type BatchRow, refusedRow } from '@/components/queue/acts/batch';
import { messageOf, tellFailure, tellWaiting, toastId } from '@/components/queue/acts/tell-failure';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';

const atOnce = 6;

export function useNotes<Row, Changes>(
  noun: ActNoun<Row, Changes>,
  { note }: Pick<ActCalls<Row, Changes>, 'note'>,
  onBatch: (batch: Batch<Row, Changes>) => void,
): (rows: readonly Row[], text: string) => void {
  /** Why a row has no such comment now; null when it has, or will have. */
  const addOne = async (row: Row, text: string) => {
    try {
      const result = await note(row, text);
      const reason = result.outcome === 'refused' ? result.reason : null;
      return { reason, again: false, waits: result.outcome === 'waiting' };
    } catch (error) {
      return { reason: messageOf(error), again: true, waits: false };
    }
  };
  const add = async (rows: readonly Row[], text: string) => {
    const failed: BatchRow<Row, Changes>[] = [];
    const unsent: Row[] = [];
    const waiting = [...rows];
    let unheard = false;
    const worker = async () => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const obstacle = noun.noteObstacle(row);
        const { reason, again, waits } =
          obstacle === null ? await addOne(row, text) : { reason: obstacle, again: false, waits: false };
        if (waits) unheard = true;
        if (reason !== null) failed.push(refusedRow(noun, row, reason));
        if (again) unsent.push(row);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, worker));
    const [first] = failed;
    if (first === undefined && unheard) {
      tellWaiting(`comment on ${namesOf(noun, rows)}`);
      return;
    }
    if (first === undefined) {
      const done = `Comment stored on ${namesOf(noun, rows)}`;
      showToast(done, { id: toastId });
      announce(done);
      return;
    }
    const names = failed.length === 1 ? first.name : `${failed.length} ${noun.many}`;
    const again = unsent.length === 0 ? undefined : () => void add(unsent, text);
    tellFailure(`Comment not stored on ${names}`, first.reason, again);
    if (rows.length > 1)
      onBatch({ what: `Comment on ${namesOf(noun, rows)}`, total: rows.length, rows: failed, stored: new Map() });
  };
  return (rows, text) => void add(rows, text);
}
