/** The way back: `u` for the last act, and any act of the history by its command. Each is a command of its own. */
'use client';
import type { ActCalls, ActNoun } from '@/components/queue/acts/act-noun';
import { tellFailure, tellWaiting, toastId } from '@/components/queue/acts/tell-failure';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';

export function useTakingBack<Row, Changes>(
  { undoStack }: Pick<ActNoun<Row, Changes>, 'undoStack'>,
  calls: Pick<ActCalls<Row, Changes>, 'undo'>,
) {
  const takeBackIds = async (what: string, commandIds: readonly string[]) => {
    showToast(`Taking back: ${what}`, { id: toastId });
    try {
      const results = await calls.undo(commandIds);
      if (results.some(({ outcome }) => outcome === 'waiting')) {
        tellWaiting(`taking back: ${what}`);
        return;
      }
      const reasons = results.flatMap((result) => (result.outcome === 'refused' ? [result.reason] : []));
      const [reason] = reasons;
      if (reason === undefined) showToast(`Undone: ${what}`, { id: toastId });
      else
        tellFailure(
          reasons.length === results.length ? 'Not undone' : `Undone in part: ${what}`,
          reasons.length === 1 ? reason : `${reasons.length} stay as they are, the first because: ${reason}`,
        );
      announce(reason === undefined ? `Undone: ${what}` : 'Not all of it could be undone');
    } catch (error) {
      tellFailure(`Not undone: ${what}`, error, () => void takeBackIds(what, commandIds));
    }
  };
  const undo = () => {
    void undoStack.pop().then((step) => {
      if (step === undefined) showToast('Nothing to undo', { id: toastId });
      else void takeBackIds(step.what, step.commandIds);
    });
  };
  return { undo, undoCommand: (commandId: string, what: string) => void takeBackIds(what, [commandId]) };
}
