/** A page of a Graph list: `value`, the count when it is asked for, and an absolute next link when there is more. */
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import type { QueryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';

export type GraphPage<Face> = {
  '@odata.context': string;
  '@odata.count'?: number;
  '@odata.nextLink'?: string;
  value: Face[];
};

/** How many a caller gets who doesn't say, and at the most: more is cut down, as Graph does, and not refused. */
export type PageSize = { readonly usual: number; readonly largest: number };

/** `rows` are filtered and in order. What a list doesn't take (`$count`, `$skip`) its query options have refused. */
export function graphPage<Row, Face>(
  request: Request,
  options: QueryOptions,
  rows: readonly Row[],
  face: (row: Row) => Face,
  context: string,
  size: PageSize,
): GraphPage<Face> {
  const offset = offsetOf(options.text('$skiptoken')) + options.count('$skip', 0);
  const page = rows.slice(offset, offset + Math.min(options.count('$top', size.usual), size.largest));
  const reached = offset + page.length;
  return {
    '@odata.context': context,
    ...(options.flag('$count') && { '@odata.count': rows.length }),
    // An empty page of more would lead to itself.
    ...(reached < rows.length &&
      page.length > 0 && { '@odata.nextLink': nextLink(new URL(request.url), reached, '$skiptoken') }),
    value: page.map(face),
  };
}
