/** What can be done with a value: see only its rows, see everything but them, copy it as it is or made harmless. */
'use client';
import type { Queue } from '@/components/queue/use-queue';
import { type CellValue, cellValue } from '@/components/queue/values/cell-value';
import { announce } from '@/components/ui/announcer';
import { copyText } from '@/components/ui/copy-button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { excludeValue, includeValue } from '@/lib/domain/queue/edit-query';
import { valueWords, type WordField } from '@/lib/domain/queue/queue-field';
import { defang } from '@/lib/domain/text/defang';

export type ValueActs<Row> = {
  only: (field: WordField<Row>, value: string) => void;
  without: (field: WordField<Row>, value: string) => void;
  copy: (text: string) => void;
  copyDefanged: (text: string) => void;
};

type ValueQueue<Row> = Pick<Queue<Row>, 'noun' | 'cursor' | 'byKey' | 'layout' | 'query' | 'setQuery'>;

/** `openMenu` is given the cell under the cursor. */
export function useValueActs<Row>(
  { noun, cursor, byKey, layout, query, setQuery }: ValueQueue<Row>,
  openMenu: (cell: CellValue<Row>) => void,
): ValueActs<Row> {
  const by = (change: typeof includeValue, word: string) => (field: WordField<Row>, value: string) => {
    setQuery(change(query, field.id, value), false);
    announce(`${word} ${valueWords(field, value)}`);
  };
  const acts: ValueActs<Row> = {
    only: by(includeValue, 'Only'),
    without: by(excludeValue, 'Without'),
    copy: (text) => void copyText(text),
    copyDefanged: (text) => void copyText(defang(text)),
  };
  const withCell = (act: (cell: CellValue<Row>) => void) => () => {
    const cell = cellValue(cursor.get(), noun, layout.columns, (key) => byKey.get(key));
    if (cell === null) announce('Choose a cell with the arrow keys first');
    else act(cell);
  };
  const withValue = (act: ValueActs<Row>['only']) =>
    withCell(({ field, values: [value], header }) => {
      // Of several values the first one is the one that is seen.
      if (field === undefined || value === undefined) announce(`${header} is no value to filter by`);
      else act(field, value);
    });
  useShortcuts('Value under the cursor', [
    { keys: 'f', does: 'Only the value under the cursor', run: withValue(acts.only) },
    { keys: 'F', does: 'Without the value under the cursor', run: withValue(acts.without) },
    { keys: '.', does: 'What can be done with the value under the cursor', run: withCell(openMenu) },
    {
      keys: '',
      does: 'Copy the value under the cursor, defanged',
      run: withCell(({ text }) => acts.copyDefanged(text)),
    },
  ]);
  return acts;
}
