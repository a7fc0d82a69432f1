/**
 * Which field is being edited, of which rows, and where on the page the menu should open. One menu serves all rows:
 * three menus in each of forty rows would be what makes a queue slow.
 */
'use client';
import { useCallback, useState } from 'react';
import type { Classification } from '@/components/vocabulary/verdict-words';

/** What every queue can edit; a queue of its own may know more fields. */
export type SharedField = 'status' | 'assignee' | 'comment' | 'resolve';

export type Editing<Field extends string = SharedField> = {
  field: Field;
  keys: readonly string[];
  /** In the viewport. */
  at: { left: number; top: number; height: number };
  /** Chosen already, when a key did. */
  classification?: Classification;
};

/** The place of a field's cell in a row, or of the rows' table when the row is scrolled out of view. */
function placeOf(key: string, field: string): Editing['at'] {
  const row = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const cell = row?.querySelector(`[data-column="${field}"]`) ?? row?.querySelector('[data-column="status"]') ?? row;
  const rect = (cell ?? document.querySelector('[role="grid"], [role="treegrid"]'))?.getBoundingClientRect();
  return rect === undefined
    ? { left: window.innerWidth / 2, top: window.innerHeight / 4, height: 0 }
    : { left: rect.left, top: Math.max(rect.top, 48), height: Math.min(rect.height, 40) };
}

export function useEditing<Row, Field extends string>(keyOf: (row: Row) => string) {
  const [editing, setEditing] = useState<Editing<Field> | null>(null);
  const edit = useCallback(
    (field: Field, rows: readonly Row[], classification?: Classification) => {
      const keys = rows.map(keyOf);
      const [first] = keys;
      if (first === undefined) return;
      const at = placeOf(first, field);
      setEditing({ field, keys, at, ...(classification === undefined ? {} : { classification }) });
    },
    [keyOf],
  );
  const stop = useCallback(() => setEditing(null), []);
  return { editing, edit, stop };
}
