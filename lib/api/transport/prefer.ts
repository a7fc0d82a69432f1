/**
 * Asks Graph for enum members that are newer than the enum's `unknownFutureValue`. Without it `awaitingAction`,
 * `microsoftSentinel` and every younger detection source arrive as `unknownFutureValue`. Graph doesn't remember the
 * wish from one page to the next, so it stands on every request.
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
import type { Policy } from '@/lib/api/transport/send';
import { withHeader } from '@/lib/api/transport/send';

export const preferUnknownEnumMembers: Policy = (next) => (request) =>
  next(withHeader(request, 'prefer', 'include-unknown-enum-members'));
