/**
 * The browser's copy of the alerts, kept current by the feed. It exists only once an alert page was opened: until then
 * events about alerts are remembered for a moment and otherwise let pass.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { AlertDetailReply } from '@/lib/domain/alert/alert-list';
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import { newerNews } from '@/lib/queries/newer-news';
import { withAlertUnderway } from '@/lib/queries/optimistic-alerts';

type AlertEvent = Extract<FeedEvent, { kind: 'alerts' }>;

/** `now` is ISO 8601 UTC; the events up to `seq` are in it. */
export type AlertList = { alerts: AlertRow[]; now: string; seq: number };

/** Where the query cache has the list and each opened alert. */
export const alertKeys = {
  list: ['alerts', 'list'] as const,
  detail: (id: string) => ['alerts', 'detail', id] as const,
};

const remembered = 300;
/** A list that is being filled is read again this often at most. */
const readAgainMs = 3_000;

let events: AlertEvent[] = [];
/** Everything after this event has been heard. */
let followedFrom = 0;
let readingAgain: ReturnType<typeof setTimeout> | null = null;

const indexes = new WeakMap<readonly AlertRow[], Map<string, number>>();

/** Position by id, built once per array. */
export function placesOf(alerts: readonly AlertRow[]): Map<string, number> {
  const known = indexes.get(alerts);
  if (known !== undefined) return known;
  const index = new Map(alerts.map((alert, at) => [alert.id, at]));
  indexes.set(alerts, index);
  return index;
}

/** The list with some alerts replaced, added (at the end) or removed. Untouched rows stay the same objects. */
export function applyRows(
  alerts: AlertRow[],
  upserts: readonly AlertRow[],
  removed: readonly string[] = [],
): AlertRow[] {
  const index = new Map<string, number>();
  const places = placesOf(alerts);
  const next = [...alerts];
  for (const row of upserts) {
    const at = places.get(row.id) ?? index.get(row.id);
    if (at !== undefined) next[at] = row;
    else index.set(row.id, next.push(row) - 1);
  }
  const gone = new Set(removed.filter((id) => places.has(id) || index.has(id)));
  if (gone.size > 0) return next.filter(({ id }) => !gone.has(id));
  // Every row is where it was; a hundred thousand places built anew for one of them would be felt.
  if (index.size === 0) indexes.set(next, places);
  return next;
}

/** The stream begins (again) with what comes after `seq`; an older list has to be read again. */
export function followAlertsFrom(client: QueryClient, seq: number): void {
  followedFrom = seq;
  events = [];
  const list = client.getQueryData<AlertList>(alertKeys.list);
  if (list !== undefined && list.seq < seq) void client.invalidateQueries({ queryKey: alertKeys.list });
}

/** Whether a list of this age can be brought up to date with what was heard since. */
export function reachesAlerts(seq: number): boolean {
  return seq >= followedFrom;
}

/** The list with the events that it lacks. */
export function caughtUpAlerts(list: AlertList): AlertList {
  let { alerts, seq } = list;
  for (const event of events) {
    // Several events may carry the same number, and the list may have been written between two of them.
    if (event.seq < list.seq) continue;
    alerts = applyRows(alerts, event.upserts, event.removed);
    seq = event.seq;
  }
  return { ...list, alerts, seq };
}

function readAgain(client: QueryClient): void {
  if (readingAgain !== null) return;
  readingAgain = setTimeout(() => {
    readingAgain = null;
    void client.invalidateQueries({ queryKey: alertKeys.list });
  }, readAgainMs);
}

/** Called by the stream for every event about alerts, in their order. */
export function applyAlerts(client: QueryClient, event: AlertEvent): void {
  events.push(event);
  if (events.length > remembered) followedFrom = events.shift()?.seq ?? followedFrom;
  if (client.getQueryData<AlertList>(alertKeys.list) === undefined) return;
  if (event.many) readAgain(client);
  else storeAlerts(client, event.upserts, event);
}

/** Puts alerts into the list and into the opened ones. */
export function storeAlerts(
  client: QueryClient,
  upserts: readonly AlertRow[],
  event?: Pick<AlertEvent, 'removed' | 'seq'>,
): void {
  const rows = upserts.map(withAlertUnderway);
  client.setQueryData<AlertList>(alertKeys.list, (list) =>
    list === undefined
      ? undefined
      : { ...list, alerts: applyRows(list.alerts, rows, event?.removed), seq: event?.seq ?? list.seq },
  );
  for (const row of rows) {
    const known = client.getQueryData<AlertDetailReply>(alertKeys.detail(row.id));
    // Its comments and evidence may have changed with it.
    if (known !== undefined && event !== undefined)
      void client.invalidateQueries({ queryKey: alertKeys.detail(row.id) });
  }
}

/** The alerts of answers, or what the stream has said of them since. */
export function withHeardAlerts(answers: readonly { commandId: string; alert: AlertRow }[]): AlertRow[] {
  const rows = answers.map(({ commandId, alert }) => ({ commandId, row: alert }));
  return newerNews(events, rows, ({ id }) => id);
}

/** The alert as the browser knows it. */
export function cachedAlert(client: QueryClient, id: string): AlertRow | undefined {
  const list = client.getQueryData<AlertList>(alertKeys.list);
  const at = list === undefined ? undefined : placesOf(list.alerts).get(id);
  return at === undefined ? undefined : list?.alerts[at];
}
