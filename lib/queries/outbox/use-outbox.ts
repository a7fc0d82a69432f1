/** Paints what waits in this browser, and sends it as soon as the console answers; mounted once, in the shell. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useFeedState } from '@/lib/queries/feed';
import { outbox } from '@/lib/queries/outbox/outbox';
import { paintWaiting } from '@/lib/queries/outbox/paint-waiting';
import { type OnUnkept, sendOutbox } from '@/lib/queries/outbox/send-outbox';
import { sessionQueries } from '@/lib/queries/session';

/** While something waits. The stream and the browser say earlier that the console is back, where they notice. */
const tryAgainMs = 5_000;

function useEntries() {
  const me = useQuery(sessionQueries.current()).data?.me.name;
  const entries = useSyncExternalStore(outbox.subscribe, outbox.get, outbox.getNone);
  return { me, entries };
}

/** How many acts of whoever sits here wait for the connection. */
export function useWaitingCount(): number {
  const { me, entries } = useEntries();
  return entries.reduce((sum, { of, act }) => {
    if (of !== me) return sum;
    return sum + ('acts' in act ? act.acts.length : 'commandIds' in act ? act.commandIds.length : 1);
  }, 0);
}

/** `onUnkept` has to be stable. */
export function useOutbox(onUnkept: OnUnkept): void {
  const client = useQueryClient();
  const { me, entries } = useEntries();
  const { state } = useFeedState();
  const isWaiting = entries.some(({ of }) => of === me);
  useEffect(() => {
    if (me !== undefined) paintWaiting(client, me, entries);
  }, [client, me, entries]);
  useEffect(() => {
    if (me === undefined || !isWaiting) return;
    const send = () => void sendOutbox(client, me, onUnkept);
    if (state === 'live') send();
    const timer = setInterval(send, tryAgainMs);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [client, me, isWaiting, state, onUnkept]);
}
