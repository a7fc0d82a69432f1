/** Changing tasks from their tab: at once, with a way back, and clearly said when it was not stored. */
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import type { TaskChange } from '@/lib/domain/incident/task';
import { useRetryCommand } from '@/lib/queries/change-incident';
import { useUndo } from '@/lib/queries/take-back';
import { taskQueries, useChangeTask } from '@/lib/queries/tasks';

const undoMs = 10_000;
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export type TaskActs = {
  /** `did` in words: `Task added`. */
  change: (change: TaskChange, did: string) => void;
  /** Sends a refused one again. */
  again: (commandId: string) => void;
};

export function useTaskActs(key: string): TaskActs {
  const client = useQueryClient();
  const { mutateAsync: change } = useChangeTask(key);
  const { mutateAsync: undo } = useUndo();
  const retry = useRetryCommand();
  const id = `task-${key}`;
  const reread = () => client.invalidateQueries({ queryKey: taskQueries.of(key).queryKey });

  const takeBack = async (commandId: string, did: string) => {
    try {
      const [outcome] = await undo({ commandIds: [commandId] });
      if (outcome?.outcome === 'refused') showToast('Not undone', { id, tone: 'error', detail: outcome.reason });
      else showToast(`Undone: ${did}`, { id });
    } catch (error) {
      showToast(`Not undone: ${did}`, { id, tone: 'error', detail: wordsOf(error) });
    }
    await reread();
  };

  const send = async (wanted: TaskChange, did: string) => {
    try {
      const commandId = await change(wanted);
      announce(did);
      const run = () => void takeBack(commandId, did);
      showToast(did, { id, action: { label: 'Undo', run }, lastsMs: undoMs });
    } catch (error) {
      const action = { label: 'Try again', run: () => void send(wanted, did) };
      showToast(`Not stored: ${did}`, { id, tone: 'error', detail: wordsOf(error), action });
    }
  };

  return {
    change: (wanted, did) => void send(wanted, did),
    again: (commandId) =>
      retry.mutate(
        { commandId },
        {
          onSuccess: () => void reread(),
          onError: (error) => showToast('Not sent again', { id, tone: 'error', detail: error.message }),
        },
      ),
  };
}
