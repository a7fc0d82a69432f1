/** The menu of a value: by right click on a cell, by the menu key or `.` on the cell under the cursor. */
'use client';
import dynamic from 'next/dynamic';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { CursorPlace } from '@/components/grid/grid-cursor';
import { focusRows } from '@/components/grid/step-row';
import type { Queue } from '@/components/queue/use-queue';
import { type CellValue, cellValue } from '@/components/queue/values/cell-value';
import { useValueActs } from '@/components/queue/values/use-value-acts';
import { patiently } from '@/components/ui/patiently';
import { valueWords } from '@/lib/domain/queue/queue-field';

// Not there at the first look.
const ValueMenu = dynamic(
  () => patiently(() => import('@/components/queue/values/value-menu')).then((file) => file.ValueMenu),
  {
    ssr: false,
  },
);

type OpenValue<Row> = { cell: CellValue<Row>; at: { left: number; top: number } };

/** The cell that was pressed; null outside of cells, and on links, whose menu is the browser's. */
function pressedCell(target: EventTarget | null): CursorPlace | null {
  if (!(target instanceof Element) || target.closest('a, input') !== null) return null;
  const columnId = target.closest('[data-column]')?.getAttribute('data-column');
  const rowKey = target.closest<HTMLElement>('[data-key]')?.dataset.key;
  return columnId == null || rowKey === undefined ? null : { rowKey, columnId };
}

function placeOf({ rowKey, columnId }: { rowKey: string; columnId: string }): OpenValue<never>['at'] {
  const cell = document.querySelector(`[data-key="${CSS.escape(rowKey)}"] [data-column="${CSS.escape(columnId)}"]`);
  const rect = cell?.getBoundingClientRect();
  return rect === undefined
    ? { left: window.innerWidth / 2, top: window.innerHeight / 4 }
    : { left: rect.left, top: rect.bottom };
}

export function useValueMenu<Row extends object>(
  queue: Queue<Row>,
): { listeners: { onContextMenu: (event: MouseEvent) => void }; element: ReactNode } {
  const { noun, cursor, byKey, layout } = queue;
  const [value, setValue] = useState<OpenValue<Row> | null>(null);
  const show = (cell: CellValue<Row>) => setValue({ cell, at: placeOf(cell) });
  const acts = useValueActs(queue, show);
  const onContextMenu = (event: MouseEvent) => {
    // The menu key is told to the focused element, which is the table: then the cursor says which cell is meant.
    const onTable = event.target instanceof Element && event.target.getAttribute('role')?.endsWith('grid') === true;
    const place = onTable ? cursor.get() : pressedCell(event.target);
    const cell = place === null ? null : cellValue(place, noun, layout.columns, (key) => byKey.get(key));
    if (cell === null) return;
    event.preventDefault();
    cursor.set({ rowKey: cell.rowKey, columnId: cell.columnId });
    show(cell);
  };
  const listeners = { onContextMenu };
  if (value === null) return { listeners, element: null };
  const { cell, at } = value;
  const { field } = cell;
  return {
    listeners,
    element: (
      <ValueMenu
        at={at}
        name={cell.header}
        text={cell.text}
        values={field === undefined ? [] : cell.values.map((one) => ({ value: one, words: valueWords(field, one) }))}
        onOnly={(one) => field !== undefined && acts.only(field, one)}
        onWithout={(one) => field !== undefined && acts.without(field, one)}
        onCopy={() => acts.copy(cell.text)}
        onCopyDefanged={() => acts.copyDefanged(cell.text)}
        onClose={() => setValue(null)}
        onClosed={focusRows}
      />
    ),
  };
}
