/**
 * Which field is being edited, of which incidents, and where on the page the menu should open. One menu serves all rows:
 * three menus in each of forty rows would be what makes a queue slow.
 */
'use client';
import { useCallback, useState } from 'react';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { Incident } from '@/lib/domain/incident/incident';

export type EditedField = 'status' | 'severity' | 'assignee' | 'resolve' | 'tags' | 'comment' | 'merge';

export type Editing = {
  field: EditedField;
  keys: readonly string[];
  /** In the viewport. */
  at: { left: number; top: number; height: number };
  /** Chosen already, when a key did. */
  classification?: Classification;
};

const columns: Partial<Record<EditedField, string>> = {
  status: 'status',
  severity: 'severity',
  assignee: 'assignee',
  tags: 'tags',
};

/** The place of a field's cell in a row, or of the row's table when the row is scrolled out of view. */
function placeOf(key: string, field: EditedField): Editing['at'] {
  const row = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const cell = row?.querySelector(`[data-column="${columns[field] ?? 'status'}"]`) ?? row;
  const rect = (cell ?? document.querySelector('[role="grid"]'))?.getBoundingClientRect();
  return rect === undefined
    ? { left: window.innerWidth / 2, top: window.innerHeight / 4, height: 0 }
    : { left: rect.left, top: Math.max(rect.top, 48), height: Math.min(rect.height, 40) };
}

export function useEditing() {
  const [editing, setEditing] = useState<Editing | null>(null);
  const edit = useCallback((field: EditedField, incidents: readonly Incident[], classification?: Classification) => {
    const [first] = incidents;
    if (first === undefined) return;
    setEditing({
      field,
      keys: incidents.map(({ key }) => key),
      at: placeOf(first.key, field),
      ...(classification === undefined ? {} : { classification }),
    });
  }, []);
  const stop = useCallback(() => setEditing(null), []);
  return { editing, edit, stop };
}
