/**
 * Everything that can be done in the alert queue: the keys, the `?` sheet and the palette are all made of this list.
 * Acts are upon the selected rows, else upon the row under the cursor.
 */
'use client';
import type { EditedAlertField } from '@/components/features/alert-queue/acts/use-alert-editing';
import type { Shortcut } from '@/components/ui/shortcut-registry';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { classificationLetters } from '@/components/vocabulary/verdict-choice';
import { type Classification, classificationWords } from '@/components/vocabulary/verdict-words';
import type { AlertChanges } from '@/lib/domain/alert/alert-row';

export type AlertKeys = {
  edit: (field: EditedAlertField) => void;
  resolveAs: (classification: Classification) => void;
  change: (changes: AlertChanges) => void;
  assignToMe: () => void;
  undo: () => void;
  show: () => void;
  selectAll: () => void;
  step: (key: 'ArrowDown' | 'ArrowUp') => void;
  togglePane: () => void;
  openIncident: () => void;
  siblings: () => void;
  copy: (form: 'link' | 'ids') => void;
  leave: () => void;
};

function changing(keys: AlertKeys): Shortcut[] {
  return [
    { keys: 'e', does: 'Resolve …', run: () => keys.edit('resolve') },
    ...classificationLetters.map(({ letter, classification }) => ({
      keys: `e ${letter}`,
      does: `Resolve as ${classificationWords[classification].name.toLowerCase()}, go to the next`,
      run: () => keys.resolveAs(classification),
    })),
    { keys: 'a', does: 'Assign to me', run: keys.assignToMe },
    { keys: 'A', does: 'Assign to …', run: () => keys.edit('assignee') },
    { keys: '', does: 'Unassign', run: () => keys.change({ assignee: null }) },
    { keys: 's', does: 'Change status', run: () => keys.edit('status') },
    { keys: '', does: 'Status: New', run: () => keys.change({ status: 'new' }) },
    { keys: '', does: 'Status: In progress', run: () => keys.change({ status: 'inProgress' }) },
    { keys: 'c', does: 'Comment …', run: () => keys.edit('comment') },
    { keys: 'u', does: 'Undo my last change', run: keys.undo },
  ];
}

function looking(keys: AlertKeys): Shortcut[] {
  return [
    { keys: 'i', does: 'Open its incident', run: keys.openIncident },
    { keys: 'I', does: 'Show all alerts of its incident', run: keys.siblings },
    { keys: 'X', does: 'Select all that match the filter, or none', run: keys.selectAll },
    { keys: 'J', does: 'Next alert, staying in the pane', run: () => keys.step('ArrowDown'), inPalette: false },
    { keys: 'K', does: 'Previous alert, staying in the pane', run: () => keys.step('ArrowUp'), inPalette: false },
    { keys: 'p', does: 'Show or hide the side pane', run: keys.togglePane },
    { keys: 'Y', does: 'Copy link', run: () => keys.copy('link') },
    { keys: '', does: 'Copy ids', run: () => keys.copy('ids') },
    { keys: 'r', does: 'Show what is new', run: keys.show },
    { keys: 'Escape', does: 'Close the pane, then clear the selection', run: keys.leave, inPalette: false },
  ];
}

/** `about`: the row or the selection, for the palette. */
export function useAlertKeys(keys: AlertKeys, about: () => string | null): void {
  useShortcuts('Alerts', [...changing(keys), ...looking(keys)], about);
}
