/**
 * Everything that can be done in the queue: the keys, the `?` sheet and the palette are all made of this list.
 * Acts are upon the selected rows, else upon the row under the cursor.
 */
'use client';
import type { EditedField } from '@/components/features/incident-queue/acts/use-editing';
import type { Shortcut } from '@/components/ui/shortcut-registry';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { severityWords } from '@/components/vocabulary/severity';
import { classificationLetters } from '@/components/vocabulary/verdict-choice';
import { type Classification, classificationWords } from '@/components/vocabulary/verdict-words';
import type { IncidentChanges } from '@/lib/domain/incident/incident';

export type CopiedForm = 'link' | 'ids' | 'indicators' | 'rawIndicators';

export type QueueActs = {
  edit: (field: EditedField) => void;
  resolveAs: (classification: Classification) => void;
  change: (changes: IncidentChanges) => void;
  assignToMe: () => void;
  undo: () => void;
  show: () => void;
  selectAll: () => void;
  step: (key: 'ArrowDown' | 'ArrowUp') => void;
  togglePane: () => void;
  copy: (form: CopiedForm) => void;
  openPortal: (system: 'defender' | 'sentinel') => void;
  leave: () => void;
};

const severities = [
  { letter: 'h', severity: 'high' },
  { letter: 'm', severity: 'medium' },
  { letter: 'l', severity: 'low' },
  { letter: 'i', severity: 'informational' },
] as const;

/** One text for the queue's title in the sheet and the palette. */
const title = 'Triage';

function changing(acts: QueueActs): Shortcut[] {
  return [
    { keys: 'e', does: 'Resolve …', run: () => acts.edit('resolve') },
    ...classificationLetters.map(({ letter, classification }) => ({
      keys: `e ${letter}`,
      does: `Resolve as ${classificationWords[classification].name.toLowerCase()}, go to the next`,
      run: () => acts.resolveAs(classification),
    })),
    { keys: 'a', does: 'Assign to me', run: acts.assignToMe },
    { keys: 'A', does: 'Assign to …', run: () => acts.edit('assignee') },
    { keys: '', does: 'Unassign', run: () => acts.change({ assignee: null }) },
    { keys: 's', does: 'Change status', run: () => acts.edit('status') },
    { keys: '', does: 'Status: New', run: () => acts.change({ status: 'new' }) },
    { keys: '', does: 'Status: In progress', run: () => acts.change({ status: 'inProgress' }) },
    { keys: 'v', does: 'Change severity', run: () => acts.edit('severity') },
    ...severities.map(({ letter, severity }) => ({
      keys: `v ${letter}`,
      does: `Severity: ${severityWords[severity]}`,
      run: () => acts.change({ severity }),
    })),
    { keys: 't', does: 'Tag …', run: () => acts.edit('tags') },
    { keys: 'c', does: 'Comment …', run: () => acts.edit('comment') },
    { keys: 'm', does: 'Merge …', run: () => acts.edit('merge') },
    { keys: 'u', does: 'Undo my last change', run: acts.undo },
  ];
}

function looking(acts: QueueActs): Shortcut[] {
  return [
    { keys: 'X', does: 'Select all that match the filter, or none', run: acts.selectAll },
    { keys: 'J', does: 'Next incident, staying in the pane', run: () => acts.step('ArrowDown'), inPalette: false },
    { keys: 'K', does: 'Previous incident, staying in the pane', run: () => acts.step('ArrowUp'), inPalette: false },
    { keys: 'p', does: 'Show or hide the side pane', run: acts.togglePane },
    { keys: 'Y', does: 'Copy link', run: () => acts.copy('link') },
    { keys: '', does: 'Copy ids', run: () => acts.copy('ids') },
    { keys: '', does: 'Copy indicators, defanged', run: () => acts.copy('indicators') },
    { keys: '', does: 'Copy indicators, raw', run: () => acts.copy('rawIndicators') },
    { keys: '', does: 'Open in Defender', run: () => acts.openPortal('defender') },
    { keys: '', does: 'Open in Sentinel', run: () => acts.openPortal('sentinel') },
    { keys: 'r', does: 'Show what is new', run: acts.show },
    { keys: 'Escape', does: 'Close the pane, then clear the selection', run: acts.leave, inPalette: false },
  ];
}

/** `about`: the row or the selection, for the palette. */
export function useActKeys(acts: QueueActs, about: () => string | null): void {
  useShortcuts(title, [...changing(acts), ...looking(acts)], about);
}
