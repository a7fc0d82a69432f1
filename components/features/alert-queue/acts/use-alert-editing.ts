/** Which field is being edited, of which alerts, and where on the page the menu should open. One menu serves all rows. */
'use client';
import { useCallback, useState } from 'react';
import type { Classification } from '@/components/vocabulary/verdict-words';
import type { AlertRow } from '@/lib/domain/alert/alert-row';

export type EditedAlertField = 'status' | 'assignee' | 'resolve' | 'comment';

export type AlertEditing = {
  field: EditedAlertField;
  ids: readonly string[];
  /** In the viewport. */
  at: { left: number; top: number; height: number };
  /** Chosen already, when a key did. */
  classification?: Classification;
};

/** The place of a field's cell in a row, or of the table when the row is scrolled out of view. */
function placeOf(id: string, field: EditedAlertField): AlertEditing['at'] {
  const row = document.querySelector(`[data-key="${CSS.escape(id)}"]`);
  const cell = row?.querySelector(`[data-column="${field === 'assignee' ? 'assignee' : 'status'}"]`) ?? row;
  const rect = (cell ?? document.querySelector('[role="grid"], [role="treegrid"]'))?.getBoundingClientRect();
  return rect === undefined
    ? { left: window.innerWidth / 2, top: window.innerHeight / 4, height: 0 }
    : { left: rect.left, top: Math.max(rect.top, 48), height: Math.min(rect.height, 40) };
}

export function useAlertEditing() {
  const [editing, setEditing] = useState<AlertEditing | null>(null);
  const edit = useCallback((field: EditedAlertField, alerts: readonly AlertRow[], classification?: Classification) => {
    const [first] = alerts;
    if (first === undefined) return;
    setEditing({
      field,
      ids: alerts.map(({ id }) => id),
      at: placeOf(first.id, field),
      ...(classification === undefined ? {} : { classification }),
    });
  }, []);
  const stop = useCallback(() => setEditing(null), []);
  return { editing, edit, stop };
}
