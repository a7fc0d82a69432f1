/**
 * Everything that can be done in a queue: the keys, the `?` sheet and the palette are all made of this list.
 * Acts are upon the selected rows, else upon the row under the cursor.
 */
'use client';
import type { SharedField } from '@/components/queue/acts/use-editing';
import type { Shortcut } from '@/components/ui/shortcut-registry';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { classificationLetters } from '@/components/vocabulary/verdict-choice';
import { type Classification, classificationWords } from '@/components/vocabulary/verdict-words';

export type ActKeys = {
  edit: (field: SharedField) => void;
  resolveAs: (classification: Classification) => void;
  unassign: () => void;
  setStatus: (status: 'new' | 'inProgress') => void;
  assignToMe: () => void;
  undo: () => void;
  show: () => void;
  selectAll: () => void;
  step: (key: 'ArrowDown' | 'ArrowUp') => void;
  togglePane: () => void;
  copy: (form: 'link' | 'ids') => void;
  leave: () => void;
};

export type ActKeysOptions = {
  /** One text for the queue's title in the sheet and the palette. */
  title: string;
  /** `incident`. */
  one: string;
  /** What only this queue can do to its rows, and with what it shows. */
  changing: readonly Shortcut[];
  looking: readonly Shortcut[];
  /** The row or the selection, for the palette. */
  about: () => string | null;
};

function changing(acts: ActKeys): Shortcut[] {
  return [
    { keys: 'e', does: 'Resolve …', run: () => acts.edit('resolve') },
    ...classificationLetters.map(({ letter, classification }) => ({
      keys: `e ${letter}`,
      does: `Resolve as ${classificationWords[classification].name.toLowerCase()}, go to the next`,
      run: () => acts.resolveAs(classification),
    })),
    { keys: 'a', does: 'Assign to me', run: acts.assignToMe },
    { keys: 'A', does: 'Assign to …', run: () => acts.edit('assignee') },
    { keys: '', does: 'Unassign', run: acts.unassign },
    { keys: 's', does: 'Change status', run: () => acts.edit('status') },
    { keys: '', does: 'Status: New', run: () => acts.setStatus('new') },
    { keys: '', does: 'Status: In progress', run: () => acts.setStatus('inProgress') },
    { keys: 'c', does: 'Comment …', run: () => acts.edit('comment') },
  ];
}

function looking(acts: ActKeys, one: string): Shortcut[] {
  return [
    { keys: 'X', does: 'Select all that match the filter, or none', run: acts.selectAll },
    { keys: 'J', does: `Next ${one}, staying in the pane`, run: () => acts.step('ArrowDown'), inPalette: false },
    { keys: 'K', does: `Previous ${one}, staying in the pane`, run: () => acts.step('ArrowUp'), inPalette: false },
    { keys: 'p', does: 'Show or hide the side pane', run: acts.togglePane },
    { keys: 'Y', does: 'Copy link', run: () => acts.copy('link') },
    { keys: '', does: 'Copy ids', run: () => acts.copy('ids') },
  ];
}

export function useActKeys(acts: ActKeys, { title, one, about, ...own }: ActKeysOptions): void {
  useShortcuts(
    title,
    [
      ...changing(acts),
      ...own.changing,
      { keys: 'u', does: 'Undo my last change', run: acts.undo },
      ...looking(acts, one),
      ...own.looking,
      { keys: 'r', does: 'Show what is new', run: acts.show },
      { keys: 'Escape', does: 'Close the pane, then clear the selection', run: acts.leave, inPalette: false },
    ],
    about,
  );
}
