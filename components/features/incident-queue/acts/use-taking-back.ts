/** The way back: `u` for the last act, and any act of the history by its command. Each is a command of its own. */
'use client';
import { undoStack } from '@/components/features/incident-queue/acts/undo-stack';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { useUndo } from '@/lib/queries/take-back';

export function useTakingBack() {
  const { mutateAsync: takeBack } = useUndo();
  const takeBackIds = async (what: string, commandIds: readonly string[]) => {
    showToast(`Taking back: ${what}`, { id: 'triage' });
    try {
      const outcomes = await takeBack({ commandIds: [...commandIds] });
      const reasons = outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [outcome.reason] : []));
      const [reason] = reasons;
      if (reason === undefined) showToast(`Undone: ${what}`, { id: 'triage' });
      else
        showToast(reasons.length === outcomes.length ? 'Not undone' : `Undone in part: ${what}`, {
          id: 'triage',
          tone: 'error',
          detail: reasons.length === 1 ? reason : `${reasons.length} stay as they are, the first because: ${reason}`,
        });
      announce(reason === undefined ? `Undone: ${what}` : 'Not all of it could be undone');
    } catch (error) {
      showToast(`Not undone: ${what}`, {
        id: 'triage',
        tone: 'error',
        detail: error instanceof Error ? error.message : String(error),
        action: { label: 'Try again', run: () => void takeBackIds(what, commandIds) },
      });
    }
  };

  const undo = () => {
    void undoStack.pop().then((step) => {
      if (step === undefined) showToast('Nothing to undo', { id: 'triage' });
      else void takeBackIds(step.what, step.commandIds);
    });
  };

  return { undo, undoCommand: (commandId: string, what: string) => void takeBackIds(what, [commandId]) };
}
