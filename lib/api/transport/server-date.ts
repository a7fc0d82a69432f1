/** Reports what time it is at Microsoft: everything time-bound in the console goes by that clock, not by ours. */
import type { Policy } from '@/lib/api/transport/send';

/** Gets each response's `Date`, which has a resolution of one second. */
export type OnServerDate = (date: Date) => void;

export function serverDate(onServerDate: OnServerDate): Policy {
  return (next) => async (request) => {
    const response = await next(request);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) onServerDate(new Date(date));
    return response;
  };
}
