/**
 * Changing rows, one or a thousand by the same way: painted at once, one request, an outcome per row, a word about it
 * and a way back. What did not work is told where it happened: one row by a toast or a question, many by a list.
 */
'use client';
import { useState } from 'react';
import { type ActCalls, type ActNoun, namesOf, type Step } from '@/components/queue/acts/act-noun';
import { type BatchRow, permitted } from '@/components/queue/acts/batch';
import { tellFailure, tellWaiting, toastId } from '@/components/queue/acts/tell-failure';
import { useBatch } from '@/components/queue/acts/use-batch';
import { useNotes } from '@/components/queue/acts/use-notes';
import { useSending } from '@/components/queue/acts/use-sending';
import { useTakingBack } from '@/components/queue/acts/use-taking-back';
import { announce } from '@/components/ui/announcer';
import { dismissToast, showToast } from '@/components/ui/toast';
import { mostActs, type Overtaken } from '@/lib/domain/incident/act';

/** An act that somebody else was quicker than; nothing of it is stored. */
type OvertakenQuestion<Row, Changes> = { step: Step<Row, Changes>; what: string; fields: readonly Overtaken[] };

const undoMs = 10_000;

function tellTooMany(many: string, count: number): void {
  showToast(`At most ${mostActs.toLocaleString('en')} ${many} are changed at once`, {
    tone: 'error',
    detail: `${count.toLocaleString('en')} are selected.`,
  });
}

export function useActs<Row, Changes>(noun: ActNoun<Row, Changes>, calls: ActCalls<Row, Changes>) {
  type Steps = readonly Step<Row, Changes>[];
  type Rows = readonly BatchRow<Row, Changes>[];
  const send = useSending(noun, calls);
  const { undo, undoCommand } = useTakingBack(noun, calls);
  const { batch, setBatch, again } = useBatch(noun, calls, send);
  const note = useNotes(noun, calls, setBatch);
  const [question, setQuestion] = useState<OvertakenQuestion<Row, Changes> | null>(null);

  const tellOne = (row: BatchRow<Row, Changes> | undefined, what: string) => {
    if (row === undefined) return;
    if (row.state === 'overtaken' && row.step !== null) {
      // Nothing was done that could be undone.
      dismissToast(toastId);
      setQuestion({ step: row.step, what, fields: row.fields });
    } else tellFailure('Not changed', `${row.name}: ${row.reason}`);
  };

  /** `refused` are rows that a rule kept from being sent at all. */
  const run = async (steps: Steps, what: string, refused: Rows, overwrite: boolean) => {
    const total = steps.length + refused.length;
    try {
      const { rows, stored, waits } = await send(steps, what, overwrite);
      if (waits) tellWaiting(what, { label: 'Undo', run: undo, keys: 'u' });
      if (total === 1) tellOne(rows[0], what);
      // Whatever was stored is watched: Microsoft may refuse it later.
      setBatch({ what, total, rows: total === 1 ? [] : [...refused, ...rows], stored });
      if (total > 1 && !waits) announce(`${what}: ${stored.size} stored, ${rows.length + refused.length} not`);
    } catch (error) {
      tellFailure('The console could not keep the change', error, () => void run(steps, what, refused, overwrite));
    }
  };

  const applyEach = (wanted: Steps, what: (done: readonly Row[]) => string) => {
    if (wanted.length > mostActs) {
      tellTooMany(noun.many, wanted.length);
      return;
    }
    const { steps, refused } = permitted(noun, wanted);
    if (steps.length === 0) {
      if (refused.length <= 1) tellOne(refused[0], '');
      else setBatch({ what: 'Nothing changed', total: refused.length, rows: refused, stored: new Map() });
      return;
    }
    const words = what(steps.map(({ row }) => row));
    showToast(words, { id: toastId, action: { label: 'Undo', run: undo, keys: 'u' }, lastsMs: undoMs });
    announce(words);
    void run(steps, words, refused, false);
  };

  return {
    /** The same change on all of them. */
    apply: (rows: readonly Row[], changes: Changes) =>
      applyEach(
        rows.map((row) => ({ row, changes })),
        (done) => `${namesOf(noun, done)} ${noun.changeWords(changes)}`,
      ),
    /** A change of its own for each, such as a list of tags with one more. */
    applyEach,
    note,
    undo,
    undoCommand,
    batch,
    closeBatch: () => setBatch(null),
    again,
    question,
    keepTheirs: () => setQuestion(null),
    overwrite: () => {
      if (question === null) return;
      setQuestion(null);
      void run([question.step], question.what, [], true);
    },
  };
}
