/** The letters that work on a grid from anywhere on its page: j, k, o, x, y, and l and h where something opens. */
'use client';
import { headerRow } from '@/components/grid/grid-cursor';
import { copiedText, type GridActs } from '@/components/grid/use-grid-keys';
import { copyText } from '@/components/ui/copy-button';
import { useShortcuts } from '@/components/ui/use-shortcuts';

export function useGridLetters<Row>(
  label: string,
  acts: GridActs<Row>,
  alive: boolean,
  opens: string | undefined,
  focus: () => void,
): void {
  const { cursor, layout, rowOf, move, onOpen, toggleSelected, isOpen, toggleOpen, headingOf } = acts;
  const withRow = (act: (row: Row, key: string) => void) => () => {
    const { rowKey } = cursor.get();
    const row = rowKey === null ? undefined : rowOf(rowKey);
    if (row !== undefined && rowKey !== null) act(row, rowKey);
  };
  const withLine = (act: (key: string) => void) => () => {
    const { rowKey } = cursor.get();
    if (rowKey !== null && rowKey !== headerRow) act(rowKey);
  };
  const step = (key: 'RowDown' | 'RowUp') => () => {
    focus();
    move(key);
  };
  const close = (key: string) => {
    if (isOpen(key) === true) toggleOpen(key);
    else {
      const heading = headingOf(key);
      if (heading !== null) cursor.set({ rowKey: heading, columnId: null });
    }
  };
  const shortcuts = [
    { keys: 'j', does: 'Next row', run: step('RowDown') },
    { keys: 'k', does: 'Previous row', run: step('RowUp') },
    ...(onOpen === undefined ? [] : [{ keys: 'o', does: 'Open', run: withRow((row) => onOpen(row)) }]),
    ...(toggleSelected === undefined ? [] : [{ keys: 'x', does: 'Select', run: withLine(toggleSelected) }]),
    ...(opens === undefined
      ? []
      : [
          {
            keys: 'l',
            does: `Show ${opens}`,
            run: withLine((key) => {
              if (isOpen(key) === false) toggleOpen(key);
            }),
          },
          { keys: 'h', does: `Hide ${opens}`, run: withLine(close) },
        ]),
    {
      keys: 'y',
      does: 'Copy row or cell',
      run: withRow((row) => {
        void copyText(copiedText(row, layout.columns, cursor.get().columnId));
      }),
    },
  ];
  useShortcuts(label, alive ? shortcuts : []);
}
