/** `$orderby` over the properties an endpoint can sort by. */
import type { FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';

export type Order<Row> = (left: Row, right: Row) => number;

type SortKey = string | number | null | undefined;

export function orderOf<Row>(text: string | null, fields: FilterFields<Row>, fallback: string): Order<Row> {
  const keys = (text ?? fallback).split(',').map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    const name = Object.keys(fields).find((candidate) => candidate.toLowerCase() === path.toLowerCase());
    const field = name === undefined ? undefined : fields[name];
    if (!field || field.type === 'collection' || rest.length > 0 || !/^(asc|desc)$/i.test(direction)) {
      throw new Refusal(400, 'BadRequest', `Ordering by '${part.trim()}' is not supported.`);
    }
    const read: (row: Row) => SortKey = field.read;
    return { read, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (left, right) => {
    for (const { read, sign } of keys) {
      const difference = compareKeys(read(left), read(right));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
}

/** Times compare as text: every time in the store is UTC with the same number of digits. */
function compareKeys(left: SortKey, right: SortKey): number {
  const [a, b] = [left ?? '', right ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
