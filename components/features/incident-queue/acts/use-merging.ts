/** Merging, and taking a merge apart again: Microsoft has no "unmerge", but alerts can be moved into an incident of their own. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { incidentQueries } from '@/lib/queries/incidents';
import { type Merge, useMerge, useMoveAlerts } from '@/lib/queries/regroup';

const lastsMs = 10_000;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function useMerging(): (choice: Required<Merge>) => void {
  const client = useQueryClient();
  const { mutateAsync: sendMerge } = useMerge();
  const { mutateAsync: moveAlerts } = useMoveAlerts();

  /** Which alerts were whose, asked before they move: afterwards nobody knows. */
  const alertsOf = async (key: string): Promise<string[]> => {
    const reply = await client.ensureQueryData(incidentQueries.detail(key));
    return reply.kind === 'found' ? reply.detail.alerts.map(({ id }) => id) : [];
  };

  const takeApart = async (survivor: string, groups: readonly { key: string; alertIds: string[] }[]) => {
    try {
      for (const { alertIds } of groups) await moveAlerts({ from: survivor, alertIds, to: null });
      const told = groups.length === 1 ? 'a new incident' : `${groups.length} new incidents`;
      showToast(`Alerts are moved out of #${survivor} into ${told}`, { id: 'triage' });
    } catch (error) {
      showToast(`#${survivor} could not be taken apart`, { tone: 'error', id: 'triage', detail: messageOf(error) });
    }
  };

  const merge = async (choice: Required<Merge>) => {
    const { survivor, sources, reasons, comment } = choice;
    const what = `${sources.map((key) => `#${key}`).join(', ')} merged into #${survivor}`;
    try {
      const groups = await Promise.all(sources.map(async (key) => ({ key, alertIds: await alertsOf(key) })));
      await sendMerge({ survivor, sources, reasons, ...(comment === '' ? {} : { comment }) });
      const movable = groups.filter(({ alertIds }) => alertIds.length > 0);
      showToast(what, {
        id: 'triage',
        detail: 'Their old numbers and links lead to it once Defender has done it.',
        lastsMs,
        ...(movable.length === 0
          ? {}
          : { action: { label: 'Take apart', run: () => void takeApart(survivor, movable) } }),
      });
      announce(what);
    } catch (error) {
      showToast('Not merged', {
        tone: 'error',
        id: 'triage',
        detail: messageOf(error),
        action: { label: 'Try again', run: () => void merge(choice) },
      });
    }
  };
  return (choice) => void merge(choice);
}
