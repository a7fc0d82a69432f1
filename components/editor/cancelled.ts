/** Monaco's cancellation as an AbortSignal, and questions whose answer nobody misses. */
import type { CancellationToken } from 'monaco-editor/editor';

export function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/**
 * The answer, or null when it was cancelled or the worker is gone: hints are best effort, and the page's notice
 * already says when the worker does not run.
 */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
