/** A page of an ARM list: `value`, and an absolute `nextLink` when there is more. */
import { nextLink } from '@/mocks/handlers/manners/odata/next-link';
import type { QueryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { offsetOf } from '@/mocks/handlers/manners/odata/skip-token';
import { Refusal } from '@/mocks/handlers/manners/refusal';

const largestTop = 1000;

export type ArmPage<Face> = { value: Face[]; nextLink?: string };

/** `rows` in order; `defaultTop` is how many a caller gets who doesn't say. */
export function armPage<Row, Face>(
  request: Request,
  options: QueryOptions,
  rows: readonly Row[],
  face: (row: Row) => Face,
  defaultTop = 50,
): ArmPage<Face> {
  const top = options.count('$top', defaultTop);
  if (top < 1 || top > largestTop) {
    throw new Refusal(400, 'BadRequest', `The value of $top must be between 1 and ${largestTop}.`);
  }
  const offset = offsetOf(options.text('$skiptoken'));
  const page = rows.slice(offset, offset + top);
  const reached = offset + page.length;
  return {
    value: page.map(face),
    ...(reached < rows.length && page.length > 0
      ? { nextLink: nextLink(new URL(request.url), reached, '$skipToken') }
      : {}),
  };
}
