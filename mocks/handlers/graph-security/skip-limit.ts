/** Lists of the security API end where `$skip` does: whoever wants more moves a time boundary forward. */
import type { QueryOptions } from '@/mocks/handlers/manners/odata/query-options';
import { Refusal } from '@/mocks/handlers/manners/refusal';

/** https://learn.microsoft.com/graph/api/resources/security-error-codes */
const largestSkip = 500;

export function skipOf(options: QueryOptions): number {
  const skip = options.count('$skip', 0);
  if (skip <= largestSkip) return skip;
  throw new Refusal(
    400,
    'BadRequest',
    `The $skip value ${skip} is larger than the ${largestSkip} that are allowed. Use a time boundary in $filter instead.`,
  );
}
