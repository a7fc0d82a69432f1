/** Live updates: one server-sent event stream per tab, written into the query cache. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';
import { applyAlerts, followAlertsFrom } from '@/lib/queries/alert-cache';
import { rpc } from '@/lib/queries/client';
import { followFrom, noteEvent, reaches } from '@/lib/queries/feed-log';
import { incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { noteServerTime } from '@/lib/queries/server-clock';

/** `since` is the browser's own time in ms: how long the tab has been live, connecting or cut off. */
export type FeedState = { state: 'live' | 'connecting' | 'lost'; since: number };

let current: FeedState = { state: 'connecting', since: 0 };
const initial = current;
const listeners = new Set<() => void>();

function setState(state: FeedState['state']): void {
  if (current.state === state) return;
  current = { state, since: Date.now() };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Of this tab; on the server it is `connecting`. */
export function useFeedState(): FeedState {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => initial,
  );
}

/** An opened page whose incident changed has stale alerts and comments too; its query asks again while it is on screen. */
function refreshDetails(client: QueryClient, keys: readonly string[]): void {
  for (const key of keys) {
    const reply = client.getQueryData<IncidentDetailReply>(incidentKeys.detail(key));
    if (reply !== undefined) void client.invalidateQueries({ queryKey: incidentKeys.detail(key) });
  }
}

function applyEvent(client: QueryClient, event: FeedEvent): void {
  switch (event.kind) {
    case 'incidents':
      noteEvent(event);
      storeIncidents(client, event);
      refreshDetails(client, [...event.upserts.map((incident) => incident.key), ...event.removed]);
      return;
    case 'alerts':
      applyAlerts(client, event);
      return;
    case 'health':
      client.setQueryData<IncidentList>(incidentKeys.list, (list) =>
        list === undefined ? undefined : { ...list, health: event.health, seq: event.seq },
      );
      return;
    case 'clock':
      noteServerTime(event.now);
      return;
    case 'reset':
      followFrom(event.seq);
      followAlertsFrom(client, event.seq);
      void client.invalidateQueries({ queryKey: ['incidents'] });
      void client.invalidateQueries({ queryKey: ['alerts'] });
  }
}

/** Opens the stream; mounted once, in the shell. It resumes after the last event it saw, by itself. */
export function useFeed(): void {
  const client = useQueryClient();
  useEffect(() => {
    const seq = client.getQueryData<IncidentList>(incidentKeys.list)?.seq;
    let begun = false;
    /** A stream that starts without a list starts `from now on`; a list that is older than that has to be read again. */
    const begin = (event: FeedEvent) => {
      begun = true;
      followFrom(seq ?? event.seq);
      followAlertsFrom(client, seq ?? event.seq);
      const list = client.getQueryData<IncidentList>(incidentKeys.list);
      if (list !== undefined && !reaches(list.seq)) void client.invalidateQueries({ queryKey: incidentKeys.list });
    };
    const subscription = rpc.feed.events.subscribe(
      { lastEventId: seq === undefined ? null : String(seq) },
      {
        onData: ({ data: event }) => {
          if (!begun) begin(event);
          applyEvent(client, event);
        },
        onConnectionStateChange: ({ state, error }) => {
          // Idle is the end of the subscription: there is nobody left to tell.
          if (state === 'idle') return;
          if (state === 'pending') setState('live');
          else setState(error === null && current.state !== 'live' && current.state !== 'lost' ? 'connecting' : 'lost');
        },
        onError: () => setState('lost'),
      },
    );
    return () => subscription.unsubscribe();
  }, [client]);
}
