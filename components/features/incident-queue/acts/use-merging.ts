/** Merging, and taking a merge apart again: Microsoft has no "unmerge", but alerts can be moved into an incident of their own. */
'use client';
import { useQueryClient } from '@tanstack/react-query';
import { tellFailure, toastId } from '@/components/queue/acts/tell-failure';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { incidentQueries } from '@/lib/queries/incidents';
import { type Merge, useMerge, useMoveAlerts } from '@/lib/queries/regroup';

const lastsMs = 10_000;

const namesOf = (keys: readonly string[]) => keys.map((key) => `#${key}`).join(', ');

export function useMerging(): (choice: Required<Merge>) => void {
  const client = useQueryClient();
  const { mutateAsync: sendMerge } = useMerge({
    onRefused: ({ survivor, sources }) =>
      tellFailure(
        `${namesOf(sources)} not merged into #${survivor}`,
        `Defender refused it. The history of #${survivor} says more.`,
      ),
  });
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
      showToast(`Alerts are moved out of #${survivor} into ${told}`, { id: toastId });
    } catch (error) {
      tellFailure(`#${survivor} could not be taken apart`, error);
    }
  };

  const merge = async (choice: Required<Merge>) => {
    const { survivor, sources, reasons, comment } = choice;
    const what = `${namesOf(sources)} merged into #${survivor}`;
    let groups: { key: string; alertIds: string[] }[] = [];
    const before = async () => {
      groups = await Promise.all(sources.map(async (key) => ({ key, alertIds: await alertsOf(key) })));
    };
    try {
      await sendMerge({ survivor, sources, reasons, before, ...(comment === '' ? {} : { comment }) });
      const movable = groups.filter(({ alertIds }) => alertIds.length > 0);
      showToast(what, {
        id: toastId,
        detail: 'Their old numbers and links lead to it once Defender has done it.',
        lastsMs,
        ...(movable.length === 0
          ? {}
          : { action: { label: 'Take apart', run: () => void takeApart(survivor, movable) } }),
      });
      announce(what);
    } catch (error) {
      tellFailure('Not merged', error, () => void merge(choice));
    }
  };
  return (choice) => void merge(choice);
}
