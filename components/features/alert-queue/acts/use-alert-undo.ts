/** Takes back what was done last in this tab: as a command of its own, refused where somebody has gone on since. */
'use client';
import { doneActs } from '@/components/features/alert-queue/acts/done-acts';
import { tellFailure, toastId } from '@/components/features/alert-queue/acts/tell-failure';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { useUndoAlerts } from '@/lib/queries/change-alerts';

export function useAlertUndo(): () => void {
  const { mutateAsync: takeBack } = useUndoAlerts();
  const undo = async () => {
    const last = doneActs.pop();
    if (last === undefined) {
      announce('There is nothing to take back');
      return;
    }
    try {
      const outcomes = await takeBack(last.commandIds);
      const not = outcomes.flatMap((one) => (one.outcome === 'refused' ? [one.reason] : []));
      const taken = outcomes.length - not.length;
      if (not[0] !== undefined)
        showToast(taken === 0 ? 'Not taken back' : `${taken} of ${outcomes.length} taken back`, {
          tone: 'error',
          id: toastId,
          detail: not[0],
        });
      else {
        showToast(`Taken back: ${last.what}`, { id: toastId });
        announce(`Taken back: ${last.what}`);
      }
    } catch (error) {
      doneActs.push(last);
      tellFailure('The console could not take it back', error, () => void undo());
    }
  };

  return () => void undo();
}
