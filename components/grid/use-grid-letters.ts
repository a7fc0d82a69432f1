/** The letters that work on a grid from anywhere on its page: j, k, o, x, y. */
'use client';
import { copiedText, type GridActs } from '@/components/grid/use-grid-keys';
import { copyText } from '@/components/ui/copy-button';
import { useShortcuts } from '@/components/ui/use-shortcuts';

export function useGridLetters<Row>(label: string, acts: GridActs<Row>, alive: boolean, focus: () => void): void {
  const { cursor, layout, rowOf, move, onOpen, toggleSelected } = acts;
  const withRow = (act: (row: Row, key: string) => void) => () => {
    const { rowKey } = cursor.get();
    const row = rowKey === null ? undefined : rowOf(rowKey);
    if (row !== undefined && rowKey !== null) act(row, rowKey);
  };
  const step = (key: 'RowDown' | 'RowUp') => () => {
    focus();
    move(key);
  };
  const shortcuts = [
    { keys: 'j', does: 'Next row', run: step('RowDown') },
    { keys: 'k', does: 'Previous row', run: step('RowUp') },
    ...(onOpen === undefined ? [] : [{ keys: 'o', does: 'Open', run: withRow((row) => onOpen(row)) }]),
    ...(toggleSelected === undefined
      ? []
      : [{ keys: 'x', does: 'Select', run: withRow((_, key) => toggleSelected(key)) }]),
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
