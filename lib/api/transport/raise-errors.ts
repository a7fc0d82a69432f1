/** Turns every refusal and every broken connection into an ApiError. Aborts stay what they are. */
import { ApiError, type ApiName } from '@/lib/api/transport/api-error';
import { readRefusal } from '@/lib/api/transport/read-refusal';
import { requestIdOf } from '@/lib/api/transport/request-ids';
import { retryAfterMs } from '@/lib/api/transport/retry-after';
import type { Policy } from '@/lib/api/transport/send';
import type { Clock } from '@/lib/base/clock';

const worthRepeating = new Set([408, 429, 502, 503, 504]);

/** `retryable` are 408, 429, 502, 503, 504 and whatever never got an answer. */
export function raiseErrors(api: ApiName, clock: Clock): Policy {
  return (next) => async (request) => {
    let response: Response;
    try {
      response = await next(request);
    } catch (error) {
      if (error instanceof ApiError || request.signal.aborted) throw error;
      throw disconnected(api, request, error);
    }
    if (response.ok) return response;
    const refusal = await readRefusal(response);
    const waitMs = retryAfterMs(response.headers, clock.now());
    throw new ApiError({
      api,
      status: response.status,
      code: refusal.code,
      message: refusal.message,
      requestId: requestIdOf(response.headers) ?? refusal.requestId,
      retryable: worthRepeating.has(response.status),
      ...(waitMs === null ? {} : { retryAfterMs: waitMs }),
      body: refusal.body,
    });
  };
}

function disconnected(api: ApiName, request: Request, error: unknown): ApiError {
  const { host } = new URL(request.url);
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return new ApiError({
    api,
    status: 0,
    code: timedOut ? 'Timeout' : 'ConnectionFailed',
    message: timedOut ? `${host} did not answer in time.` : `The connection to ${host} failed${reasonOf(error)}.`,
    requestId: null,
    retryable: true,
    cause: error,
  });
}

/** Node hides the reason one level down: `fetch failed`, cause `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return ` (${String(cause.code)})`;
}
