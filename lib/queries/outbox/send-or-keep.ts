/** Tells the console, or keeps what it could not be told. What was said before is never overtaken. */
import type { QueryClient } from '@tanstack/react-query';
import { type OutboxAct, outbox } from '@/lib/queries/outbox/outbox';
import { paintWaiting } from '@/lib/queries/outbox/paint-waiting';
import { isUnreached } from '@/lib/queries/outbox/unreached';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';

/** Of mutations that may wait here: TanStack’s own waiting is in memory alone, and a reload would lose it. */
export const heldByOutbox = 'always';

/** It waits in this browser; nobody else knows of it yet. */
export type Waiting = { outcome: 'waiting'; commandId: string };

/** UPN of who sits here; null while nobody knows. */
function whoSits(client: QueryClient): string | null {
  return client.getQueryData(sessionQueries.current().queryKey)?.me.name ?? null;
}

function keep(of: string, act: OutboxAct): void {
  try {
    outbox.put({ of, at: serverNow().toISOString(), act });
  } catch (error) {
    throw new Error('The console does not answer, and this browser has no room to keep the change until it does.', {
      cause: error,
    });
  }
}

/** The answer, or null: it waits in this browser. Throws what the console said against it. */
export async function sendOrKeep<Answer>(
  client: QueryClient,
  act: OutboxAct,
  send: () => Promise<Answer>,
): Promise<Answer | null> {
  const of = whoSits(client);
  if (of !== null && outbox.holds(of)) {
    keep(of, act);
    return null;
  }
  try {
    return await send();
  } catch (error) {
    if (of === null || !isUnreached(error)) throw error;
    keep(of, act);
    return null;
  }
}

/** Marks what was just kept as waiting. Call it after the paint of what is on its way was taken off. */
export function waits(client: QueryClient, commandIds: readonly string[]): Waiting[] {
  const me = whoSits(client);
  if (me !== null) paintWaiting(client, me, outbox.get());
  return commandIds.map((commandId) => ({ outcome: 'waiting', commandId }));
}
