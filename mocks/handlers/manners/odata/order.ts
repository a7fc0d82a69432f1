/** `$orderby` over the properties an endpoint can sort by. */
import type { FilterField, FilterFields } from '@/mocks/handlers/manners/odata/filter';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { RowOrder, SortKey } from '@/mocks/store/listing-order';

export type Order<Row> = (left: Row, right: Row) => number;

/** The path of an order's first key. */
export const firstPath = (text: string): string => text.split(',')[0]?.trim().split(/\s+/)[0] ?? '';

/** For lists that are kept in order (`mocks/store/listing.ts`). */
export function rowOrder<Row>(text: string | null, fields: FilterFields<Row>, fallback: string): RowOrder<Row> {
  const parts = (text ?? fallback).split(',').map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    const name = Object.keys(fields).find((candidate) => candidate.toLowerCase() === path.toLowerCase());
    const field = name === undefined ? undefined : fields[name];
    if (
      !field ||
      field.type === 'collection' ||
      field.type === 'flag' ||
      rest.length > 0 ||
      !/^(asc|desc)$/i.test(direction)
    ) {
      throw new Refusal(400, 'BadRequest', `Ordering by '${part.trim()}' is not supported.`);
    }
    const key = keyOf(field);
    const sign: 1 | -1 = direction.toLowerCase() === 'desc' ? -1 : 1;
    return { name: `${name} ${sign}`, key, sign };
  });
  return {
    name: parts.map((part) => part.name).join(),
    keysOf: (row) => parts.map(({ key }) => key(row)),
    signs: parts.map(({ sign }) => sign),
  };
}

/** Times compare as numbers, the quickest; what is missing comes before everything. */
function keyOf<Row>(field: Exclude<FilterField<Row>, { type: 'collection' | 'flag' }>): (row: Row) => SortKey {
  const { read } = field;
  if (field.type !== 'time') return (row) => read(row) ?? '';
  return (row) => Date.parse(field.read(row) ?? '') || Number.NEGATIVE_INFINITY;
}

/** For short lists, sorted anew at each request. */
export function orderOf<Row>(text: string | null, fields: FilterFields<Row>, fallback: string): Order<Row> {
  const { keysOf, signs } = rowOrder(text, fields, fallback);
  return (left, right) => {
    const [one, other] = [keysOf(left), keysOf(right)];
    for (const [index, sign] of signs.entries()) {
      const difference = compareKeys(one[index] ?? '', other[index] ?? '');
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
}

function compareKeys(a: SortKey, b: SortKey): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
