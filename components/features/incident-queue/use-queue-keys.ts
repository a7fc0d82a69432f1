/** The triage keys of the queue. They act on the selected rows, else on the row under the cursor. */
'use client';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import { useShortcuts } from '@/components/ui/use-shortcuts';

export function useQueueKeys(acts: {
  edit: (field: EditedField) => void;
  assignToMe: () => void;
  undo: () => void;
  show: () => void;
  leave: () => void;
}): void {
  useShortcuts('Triage', [
    { keys: 'e', does: 'Resolve', run: () => acts.edit('resolve') },
    { keys: 'a', does: 'Assign to me', run: acts.assignToMe },
    { keys: 'A', does: 'Assign to …', run: () => acts.edit('assignee') },
    { keys: 's', does: 'Change status', run: () => acts.edit('status') },
    { keys: 'v', does: 'Change severity', run: () => acts.edit('severity') },
    { keys: 'u', does: 'Undo my last change', run: acts.undo },
    { keys: 'r', does: 'Show what is new', run: acts.show },
    { keys: 'Escape', does: 'Close the pane, then clear the selection', run: acts.leave },
  ]);
}
