/**
 * Postgres' own bell: a connection that is told when the log of changes grows. It is a hint and no promise (a broken
 * connection loses notifications), so whoever listens also looks from time to time.
 * https://www.postgresql.org/docs/current/sql-notify.html
 */
import { Client } from 'pg';

const firstPauseMs = 500;
const longestPauseMs = 15_000;

/** Answers how to stop. `heard` is also called after each connecting: something may have happened before. */
export function listen(connectionString: string, heard: () => void): () => void {
  let client: Client | null = null;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function again(error: Error | null): void {
    if (stopped || timer !== undefined) return;
    if (error !== null && failures === 0)
      console.warn(`onequeue: the database's notifications are cut off (${error.message}); looking instead`);
    const waitMs = Math.min(longestPauseMs, firstPauseMs * 2 ** failures);
    failures += 1;
    timer = setTimeout(() => {
      timer = undefined;
      connect();
    }, waitMs);
    timer.unref();
  }

  function connect(): void {
    const fresh = new Client({ connectionString, keepAlive: true });
    client = fresh;
    fresh.on('notification', heard);
    // A connection that was given up may still have a last word.
    const lost = (error: Error | null) => {
      if (client === fresh) again(error);
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost(null));
    fresh
      .connect()
      .then(() => fresh.query('listen onequeue_change'))
      .then(
        () => {
          failures = 0;
          heard();
        },
        (error: unknown) => lost(error instanceof Error ? error : new Error(String(error))),
      );
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    // Ending a connection that never came about is nothing to report.
    client?.end().catch((error: unknown) => console.warn('onequeue: the listening connection did not close', error));
  };
}
