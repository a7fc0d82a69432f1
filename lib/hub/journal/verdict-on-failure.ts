/** Whether a failed attempt was a no, or only not yet. */
import { ApiError } from '@/lib/api/transport/api-error';
import { HubError } from '@/lib/hub/hub-error';
import { reasonOf } from '@/lib/hub/mirror/source-health';

/** What becomes of a command whose attempt failed. `reason` is for people. */
export type FailureVerdict =
  /** The system said no. `retryable`: asking again may help, if a person decides so. */
  | { kind: 'refused'; reason: string; retryable: boolean }
  /** Nobody said no: it stays queued and is tried again. */
  | { kind: 'wait'; reason: string; waitMs: number | null };

/** No answer, throttled, out of patience, or a server's own trouble. */
function passes(error: ApiError): boolean {
  return error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
}

/** For whatever an attempt may throw; an error of our own code is a wait, because nobody said no. */
export function verdictOn(error: unknown): FailureVerdict {
  const reason = reasonOf(error);
  // Our own no: somebody was quicker.
  if (error instanceof HubError) return { kind: 'refused', reason, retryable: false };
  if (!(error instanceof ApiError)) return { kind: 'wait', reason, waitMs: null };
  // A reply that we cannot read says nothing about the write: the next attempt looks before it writes.
  if (passes(error) || error.code === 'UnexpectedReply') return { kind: 'wait', reason, waitMs: error.retryAfterMs };
  return { kind: 'refused', reason, retryable: error.status === 409 };
}
