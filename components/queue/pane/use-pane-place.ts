/** Whether the pane of the row under the cursor stands beside the rows, and whether it lies over them on a small screen. */
'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { focusRows } from '@/components/grid/step-row';

export type PanePlace = {
  open: boolean;
  setOpen: (open: boolean) => void;
  sheet: boolean;
  setSheet: (open: boolean) => void;
  /** Both away, and the focus to the rows. */
  close: () => void;
};

/** `currentKey` of the row under the cursor. */
export function usePanePlace(currentKey: string | undefined): PanePlace {
  const [open, setOpen] = useState(true);
  const [sheet, setSheet] = useState(false);
  // Whoever moves on wants to see the next one.
  useEffect(() => {
    if (currentKey !== undefined) setOpen(true);
  }, [currentKey]);
  const close = useCallback(() => {
    setOpen(false);
    setSheet(false);
    focusRows();
  }, []);
  return useMemo(() => ({ open, setOpen, sheet, setSheet, close }), [open, sheet, close]);
}
