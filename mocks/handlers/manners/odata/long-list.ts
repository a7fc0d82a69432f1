/** How a list of any length is asked for by `$filter` and `$orderby`: what can be prepared is, before anybody asks. */
import { type FilterFields, filterTest, timeRange } from '@/mocks/handlers/manners/odata/filter';
import { listedFields } from '@/mocks/handlers/manners/odata/listed-fields';
import { firstPath, rowOrder } from '@/mocks/handlers/manners/odata/order';
import type { QueryOptions } from '@/mocks/handlers/manners/odata/query-options';
import type { Listing, Page, PageRequest } from '@/mocks/store/listing';

export type LongList<Row> = {
  listing: Listing<Row>;
  filterFields: FilterFields<Row>;
  orderFields: FilterFields<Row>;
  /** For who asks for no order. */
  usualOrder: string;
  /** Orders that clients are known to ask for besides. */
  otherOrders: readonly string[];
};

/** Answers a request's page; refuses filters and orders that the list does not know. */
export function longList<Row>({ listing, filterFields, orderFields, usualOrder, otherOrders }: LongList<Row>) {
  const columns = listedFields(listing, filterFields);
  for (const order of [usualOrder, ...otherOrders]) listing.prepare(rowOrder(order, orderFields, usualOrder));
  return (options: QueryOptions, part: Pick<PageRequest<Row>, 'offset' | 'limit' | 'count'>): Page<Row> => {
    const [filter, order] = [options.text('$filter'), options.text('$orderby')];
    return listing.page({
      order: rowOrder(order, orderFields, usualOrder),
      test: filterTest(filter, columns),
      within: timeRange(filter, filterFields, firstPath(order ?? usualOrder)),
      ...part,
    });
  };
}
