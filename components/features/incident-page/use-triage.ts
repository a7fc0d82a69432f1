/**
 * Changing the incident: painted at once, taken back by `u` or from the toast, said clearly when the console could not
 * take it, and asked again when somebody else was quicker.
 */
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { dismissToast, showToast } from '@/components/ui/toast';
import type { Overtaken } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { useChangeIncident } from '@/lib/queries/change-incident';
import { useUndo } from '@/lib/queries/take-back';

/** `change({ status: 'inProgress' }, 'Set in progress')`. */
export type Triage = (changes: IncidentChanges, did: string) => void;

type Wanted = { changes: IncidentChanges; did: string };
/** Nothing of what was wanted is stored: somebody else changed the same fields meanwhile. */
export type TriageQuestion = Wanted & { fields: readonly Overtaken[] };

const undoMs = 10_000;

export function useTriage(incident: Incident) {
  const { mutateAsync: change } = useChangeIncident();
  const { mutateAsync: takeBack } = useUndo();
  const [question, setQuestion] = useState<TriageQuestion | null>(null);
  const [done, setDone] = useState<readonly { commandId: string; did: string }[]>([]);
  const id = `triage-${incident.key}`;

  const fail = (title: string, error: unknown, again: () => void) =>
    showToast(title, {
      id,
      tone: 'error',
      detail: error instanceof Error ? error.message : String(error),
      action: { label: 'Try again', run: again },
    });

  const takeBackOne = async (commandId: string, did: string) => {
    try {
      const [outcome] = await takeBack({ commandIds: [commandId] });
      if (outcome?.outcome === 'refused') showToast('Not undone', { id, tone: 'error', detail: outcome.reason });
      else showToast(`Undone: ${did}`, { id });
      announce(outcome?.outcome === 'refused' ? 'Not undone' : `Undone: ${did}`);
    } catch (error) {
      fail(`Not undone: ${did}`, error, () => void takeBackOne(commandId, did));
    }
  };

  const send = async ({ changes, did }: Wanted, overwrite: boolean) => {
    try {
      const outcome = await change({ key: incident.key, changes, overwrite });
      if (outcome.outcome === 'overtaken') {
        // Nothing was done that could be undone.
        dismissToast(id);
        setQuestion({ changes, did, fields: outcome.fields });
        return;
      }
      const { commandId } = outcome;
      setDone((before) => [...before, { commandId, did }]);
      showToast(did, {
        id,
        action: { label: 'Undo', run: () => void takeBackOne(commandId, did), keys: 'u' },
        lastsMs: undoMs,
      });
    } catch (error) {
      fail(`Not stored: ${did}`, error, () => void send({ changes, did }, overwrite));
    }
  };

  const triage: Triage = (changes, did) => {
    showToast(did, { id });
    announce(did);
    void send({ changes, did }, false);
  };
  return {
    triage,
    undo: () => {
      const last = done.at(-1);
      if (last === undefined) showToast('Nothing to undo', { id });
      else {
        setDone(done.slice(0, -1));
        void takeBackOne(last.commandId, last.did);
      }
    },
    question,
    keepTheirs: () => setQuestion(null),
    overwrite: () => {
      if (question === null) return;
      setQuestion(null);
      void send(question, true);
    },
  };
}
