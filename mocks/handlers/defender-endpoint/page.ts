/** A list of Defender for Endpoint: filtered, sorted and cut. There is no next link, whatever is left. */
import { type FilterFields, filterTest } from '@/mocks/handlers/manners/odata/filter';
import { orderOf } from '@/mocks/handlers/manners/odata/order';
import { queryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';

/** https://learn.microsoft.com/defender-endpoint/api/get-machines: a page holds at most 10,000. */
const largestTop = 10_000;

export function endpointPage<Row>(
  request: Request,
  rows: readonly Row[],
  fields: FilterFields<Row>,
  fallbackOrder: string,
): Row[] {
  const options = queryOptions(new URL(request.url), ['$filter', '$orderby', '$top', '$skip']);
  const top = options.count('$top', largestTop);
  if (top > largestTop) {
    throw new Refusal(400, 'ODataError', `The limit of '${largestTop}' for Top query has been exceeded.`);
  }
  const skip = options.count('$skip', 0);
  try {
    return rows
      .filter(filterTest(options.text('$filter'), fields))
      .sort(orderOf(options.text('$orderby'), fields, fallbackOrder))
      .slice(skip, skip + top);
  } catch (failure) {
    // The same refusals have another code at this API.
    if (failure instanceof Refusal) throw new Refusal(failure.status, 'ODataError', failure.message);
    throw failure;
  }
}
