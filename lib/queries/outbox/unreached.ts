/** Whether the console was reached at all: only what it did not hear is kept for later. */

/** tRPC's code of an error that the console itself answered; undefined when no such answer arrived. */
function codeOf(error: Error): unknown {
  return Reflect.get(Object(Reflect.get(error, 'data')), 'code');
}

/** The HTTP status of whatever answered; undefined when nothing did. */
function statusOf(error: Error): unknown {
  return Reflect.get(Object(Reflect.get(Object(Reflect.get(error, 'meta')), 'response')), 'status');
}

/** By name, as the client's class is not worth its bytes here. */
const isClientError = (error: unknown): error is Error => error instanceof Error && error.name === 'TRPCClientError';

/** No connection, or something in between answered for a console that is away (502, 503, 504). */
export function isUnreached(error: unknown): boolean {
  if (!isClientError(error) || codeOf(error) !== undefined) return false;
  const status = statusOf(error);
  return typeof status !== 'number' || status >= 500;
}

/** It was reached and failed over it, for a reason that only its log says. */
export function isFault(error: unknown): boolean {
  return isClientError(error) && codeOf(error) === 'INTERNAL_SERVER_ERROR';
}

/** It was reached and could not work: its database is away, or it has just begun. The same may work later. */
export function mayWorkLater(error: unknown): boolean {
  if (isUnreached(error) || isFault(error)) return true;
  return isClientError(error) && ['SERVICE_UNAVAILABLE', 'TIMEOUT'].includes(String(codeOf(error)));
}
