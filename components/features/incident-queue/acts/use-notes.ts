/** One comment on each of several incidents, a few at a time; those that did not work can be tried again. */
'use client';
import { incidentsName } from '@/components/features/incident-queue/acts/incident-name';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import type { Incident } from '@/lib/domain/incident/incident';
import { useAddComment } from '@/lib/queries/comments';

const atOnce = 6;

export function useNotes(): (incidents: readonly Incident[], text: string) => void {
  const { mutateAsync } = useAddComment();
  const add = async (incidents: readonly Incident[], text: string) => {
    const failed: Incident[] = [];
    let reason = '';
    const queue = [...incidents];
    const worker = async () => {
      for (let incident = queue.shift(); incident !== undefined; incident = queue.shift()) {
        try {
          await mutateAsync({ key: incident.key, text });
        } catch (error) {
          failed.push(incident);
          reason = error instanceof Error ? error.message : String(error);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, incidents.length) }, worker));
    if (failed.length === 0) {
      const done = `Comment stored on ${incidentsName(incidents)}`;
      showToast(done, { id: 'comment' });
      announce(done);
      return;
    }
    showToast(`Comment not stored on ${incidentsName(failed)}`, {
      id: 'comment',
      tone: 'error',
      detail: reason,
      action: { label: 'Try again', run: () => void add(failed, text) },
    });
  };
  return (incidents, text) => void add(incidents, text);
}
