/**
 * Changing incidents, one or a thousand by the same way: painted at once, one request, an outcome per row, a word about
 * it and a way back. What did not work is told where it happened: one incident by a toast or a question, many by a list.
 */
'use client';
import { useState } from 'react';
import { changeWords, obstacle } from '@/components/features/incident-queue/acts/act-words';
import { type BatchRow, refusedRow, type Step } from '@/components/features/incident-queue/acts/batch';
import { incidentsName } from '@/components/features/incident-queue/acts/incident-name';
import { useBatch } from '@/components/features/incident-queue/acts/use-batch';
import { useSending } from '@/components/features/incident-queue/acts/use-sending';
import { useTakingBack } from '@/components/features/incident-queue/acts/use-taking-back';
import { announce } from '@/components/ui/announcer';
import { dismissToast, showToast } from '@/components/ui/toast';
import { mostActs, type Overtaken } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';

/** An act that somebody else was quicker than; nothing of it is stored. */
export type OvertakenQuestion = { step: Step; what: string; fields: readonly Overtaken[] };

const undoMs = 10_000;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function useActs() {
  const send = useSending();
  const { undo, undoCommand } = useTakingBack();
  const { batch, setBatch, again } = useBatch();
  const [question, setQuestion] = useState<OvertakenQuestion | null>(null);

  const tellOne = (row: BatchRow | undefined, what: string) => {
    if (row === undefined) return;
    if (row.state === 'overtaken' && row.step !== null) {
      // Nothing was done that could be undone.
      dismissToast('triage');
      setQuestion({ step: row.step, what, fields: row.fields });
    } else showToast('Not changed', { tone: 'error', id: 'triage', detail: `${row.name}: ${row.reason}` });
  };

  /** `refused` are rows that a rule kept from being sent at all. */
  const run = async (steps: readonly Step[], what: string, refused: readonly BatchRow[], overwrite: boolean) => {
    const many = steps.length + refused.length > 1;
    try {
      const { rows, stored } = await send(steps, what, overwrite);
      if (!many) tellOne(rows[0], what);
      // Whatever was stored is watched: Microsoft may refuse it later.
      setBatch({ what, total: steps.length + refused.length, rows: many ? [...refused, ...rows] : [], stored });
      if (many) announce(`${what}: ${stored.size} stored, ${rows.length + refused.length} not`);
    } catch (error) {
      showToast('The console could not keep the change', {
        tone: 'error',
        id: 'triage',
        detail: messageOf(error),
        action: { label: 'Try again', run: () => void run(steps, what, refused, overwrite) },
      });
    }
  };

  const applyEach = (wanted: readonly Step[], what: (done: readonly Incident[]) => string) => {
    if (wanted.length > mostActs) {
      const most = mostActs.toLocaleString('en');
      showToast(`At most ${most} incidents are changed at once`, {
        tone: 'error',
        detail: `${wanted.length.toLocaleString('en')} are selected.`,
      });
      return;
    }
    const refused = wanted.flatMap((step) => {
      const reason = obstacle(step.incident, step.changes);
      return reason === null ? [] : [refusedRow(step.incident, reason)];
    });
    const steps = wanted.filter((step) => obstacle(step.incident, step.changes) === null);
    if (steps.length === 0) {
      const [first] = refused;
      if (refused.length > 1)
        setBatch({ what: 'Nothing changed', total: refused.length, rows: refused, stored: new Map() });
      else tellOne(first, '');
      return;
    }
    const words = what(steps.map(({ incident }) => incident));
    showToast(words, { id: 'triage', action: { label: 'Undo', run: undo, keys: 'u' }, lastsMs: undoMs });
    announce(words);
    void run(steps, words, refused, false);
  };

  return {
    /** The same change on all of them. */
    apply: (incidents: readonly Incident[], changes: IncidentChanges) =>
      applyEach(
        incidents.map((incident) => ({ incident, changes })),
        (done) => `${incidentsName(done)} ${changeWords(changes)}`,
      ),
    /** A change of its own for each, such as a list of tags with one more. */
    applyEach,
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
