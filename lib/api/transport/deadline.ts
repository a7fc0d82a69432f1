/**
 * Ends a try that takes too long, or that the caller gave up, and reads the answer to its end, so that a connection
 * which breaks in the middle of a body counts as dropped and not as an answer.
 */
import { isQuery } from '@/lib/api/transport/reads';
import type { Policy } from '@/lib/api/transport/send';
import { untilAborted } from '@/lib/base/until-aborted';

/** Longest time for one try, the answer's body included. */
export type Deadlines = {
  /** For everything but queries. */
  requestMs: number;
  /** Hunting runs up to 3 minutes, a Log Analytics query as long as its `Prefer: wait` says; answers take a bit more. */
  queryMs: number;
};

/** 30 s, and for queries 200 s: twenty more than Log Analytics is asked to take. */
export const usualDeadlines: Deadlines = { requestMs: 30_000, queryMs: 200_000 };

/** Rejects with a `TimeoutError` when the time is over, with the signal's reason when the caller gave up. */
export function deadline({ requestMs, queryMs }: Deadlines): Policy {
  return (next) => async (request) => {
    const waitMs = isQuery(request) ? queryMs : requestMs;
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(waitMs)]);
    // Also for a Send that doesn't look at the signal.
    return untilAborted(signal, readWhole(next(new Request(request, { signal }))));
  };
}

async function readWhole(pending: Promise<Response>): Promise<Response> {
  const response = await pending;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
