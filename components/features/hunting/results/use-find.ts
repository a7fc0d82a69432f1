'use client';
/** The state of find: what is looked for, where it is, which match is shown. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { ResultTable } from '@/lib/domain/hunting/result-table';
import { cellText, type Zone } from './cell-text';
import { type Found, findCells, type ResultRow } from './result-rows';

export function useFind(
  rows: readonly ResultRow[],
  columns: ResultTable['columns'],
  zone: Zone,
  onShow: (found: Found) => void,
) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(-1);
  const searched = useDeferredValue(isOpen ? wanted : '');
  const found = useMemo(
    () => findCells(rows, columns, searched, (value, type) => cellText(value, type, zone)),
    [rows, columns, searched, zone],
  );
  const step = (by: 1 | -1) => {
    if (found.length === 0) return;
    const next = at < 0 && by < 0 ? found.length - 1 : (at + by + found.length) % found.length;
    const match = found[next];
    setAt(next);
    if (match !== undefined) onShow(match);
  };
  return {
    isOpen,
    wanted,
    /** What cells are searched for right now; may lag behind typing over many rows. */
    searched,
    count: found.length,
    at: at < found.length ? at : -1,
    open: () => setOpen(true),
    close: () => setOpen(false),
    onWanted(text: string) {
      setWanted(text);
      setAt(-1);
    },
    onStep: step,
  };
}
