/** The same value of the same type is the same indicator: it keeps its number and is replaced. */
import type { EndpointIndicatorFields } from '@/lib/wire/defender-endpoint/indicator';
import type { Author, Shelf, Shelved } from '@/mocks/store/shelf';

export function putIndicator(
  shelf: Shelf<EndpointIndicatorFields>,
  fields: EndpointIndicatorFields,
  by: Author,
): Shelved<EndpointIndicatorFields> {
  const known = indicatorLike(shelf, fields);
  const highest = Math.max(0, ...shelf.all().map(({ name }) => Number(name)));
  return shelf.put(known?.name ?? String(highest + 1), fields, by);
}

export function indicatorLike(
  shelf: Shelf<EndpointIndicatorFields>,
  { indicatorType, indicatorValue }: Pick<EndpointIndicatorFields, 'indicatorType' | 'indicatorValue'>,
): Shelved<EndpointIndicatorFields> | undefined {
  const same = (value: string) => value.toLowerCase() === indicatorValue.toLowerCase();
  return shelf.all().find(({ fields }) => fields.indicatorType === indicatorType && same(fields.indicatorValue));
}
