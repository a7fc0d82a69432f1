/** Settles as `pending` does, or rejects with the signal's reason as soon as it is aborted; `pending` itself goes on. */
export function untilAborted<Value>(signal: AbortSignal, pending: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    pending.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
