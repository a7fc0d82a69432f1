/** The field `mine` of every queue: whether I have the row, a group that I am in, somebody else or nobody. */
import type { WordField } from '@/lib/domain/queue/queue-field';
import { type WhoseValue, whoseValues } from '@/lib/domain/queue/whose';

const mineWords: Readonly<Record<WhoseValue, string>> = {
  me: 'Assigned to me',
  group: 'Assigned to a group of mine',
  others: 'Assigned to others',
  nobody: 'Nobody’s',
};

export function mineField<Row>(whose: (row: Row) => WhoseValue): WordField<Row> {
  return {
    id: 'mine',
    label: 'Mine',
    kind: 'choice',
    values: whoseValues,
    words: (value) => Object.entries(mineWords).find(([known]) => known === value)?.[1] ?? value,
    read: (row) => [whose(row)],
    facet: true,
    groupable: true,
    hint: 'Whether I have it, a group that I am in, somebody else or nobody',
  };
}
