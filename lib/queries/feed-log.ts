/**
 * The latest events of the stream. The list and the stream arrive on two connections, so a list may be older than
 * events that were already applied; replaying what it lacks makes the order of arrival irrelevant.
 */
import type { FeedEvent } from '@/lib/domain/incident/feed-event';
import type { Incident } from '@/lib/domain/incident/incident';
import type { IncidentList } from '@/lib/domain/incident/incident-list';
import { newerNews } from '@/lib/queries/newer-news';
import { applyUpserts } from '@/lib/queries/share-incidents';

type IncidentEvent = Extract<FeedEvent, { kind: 'incidents' }>;

const remembered = 500;
let events: IncidentEvent[] = [];
/** Everything after this event has been heard. */
let followedFrom = 0;

/** The stream begins (again) with what comes after `seq`. */
export function followFrom(seq: number): void {
  followedFrom = seq;
  events = [];
}

/** Called by the stream for every event about incidents, in their order. */
export function noteEvent(event: IncidentEvent): void {
  events.push(event);
  const [oldest] = events;
  if (events.length <= remembered || oldest === undefined) return;
  events.shift();
  // Others with its number may be left, or not.
  followedFrom = oldest.seq + 1;
}

/** Whether a list of this age can be brought up to date with what was heard since. */
export function reaches(seq: number): boolean {
  return seq >= followedFrom;
}

/** The list with the events that it lacks. */
export function caughtUp(list: IncidentList): IncidentList {
  let { incidents, seq } = list;
  for (const event of events) {
    // Several events may carry the same number, and the list may have been written between two of them.
    if (event.seq < list.seq) continue;
    incidents = applyUpserts(incidents, event.upserts, event.removed);
    seq = event.seq;
  }
  return { ...list, incidents, seq };
}

/** The incidents of answers, or what the stream has said of them since. */
export function withHeard(answers: readonly { commandId: string; incident: Incident }[]): Incident[] {
  const rows = answers.map(({ commandId, incident }) => ({ commandId, row: incident }));
  return newerNews(events, rows, ({ key }) => key);
}
