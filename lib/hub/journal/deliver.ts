/**
 * One attempt to deliver one command to the system that owns the incident. Attempts may be repeated: from the second on
 * (and after a crash in the middle of the first) the system is read before it is written, and what it already shows is
 * not sent again.
 */
import type { Api } from '@/lib/api/api';
import { ApiError } from '@/lib/api/transport/api-error';
import type { Command, CommandAct } from '@/lib/domain/incident/command';
import { fromGraph } from '@/lib/domain/incident/from-graph';
import { fromSentinel } from '@/lib/domain/incident/from-sentinel';
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { showsAll } from '@/lib/domain/incident/sync-state';
import { toGraph } from '@/lib/domain/incident/to-graph';
import { toSentinel } from '@/lib/domain/incident/to-sentinel';
import { deliverAlert } from '@/lib/hub/alerts/deliver-alert';
import { mergeIncidents, moveAlerts } from '@/lib/hub/journal/deliver-regrouping';
import { deliverTask } from '@/lib/hub/journal/deliver-task';
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { GraphComment } from '@/lib/wire/graph-security/comment';
import type { GraphIncident } from '@/lib/wire/graph-security/incident';
import type { SentinelIncident } from '@/lib/wire/sentinel/incident';

/** What the systems show afterwards, as far as they were asked. */
export type Delivered = {
  defender?: GraphIncident[];
  sentinel?: SentinelIncident[];
  alerts?: GraphAlert[];
  /** What was really done, where Microsoft decides about it. */
  act?: CommandAct;
};

/** Where a command goes; `name` is Sentinel's GUID. */
export type Address = { system: 'defender'; id: string } | { system: 'sentinel'; name: string };

/** Another writer between our reading and our PUT: read again and apply again, this often in one attempt. */
const staleEtagTries = 5;
/** Clocks of ours and Microsoft's may differ by this much. */
const skewMs = 2 * 60_000;

async function changeDefender(api: Api, id: string, changes: IncidentChanges, again: boolean): Promise<Delivered> {
  const { incidents } = api.graphSecurity;
  if (again) {
    const current = await incidents.get(id);
    if (showsAll(fromGraph(current), changes, { system: 'defender', owner: true })) return { defender: [current] };
  }
  return { defender: [await incidents.update(id, toGraph(changes))] };
}

async function changeSentinel(api: Api, name: string, changes: IncidentChanges): Promise<Delivered> {
  const { incidents } = api.sentinel;
  for (let tries = 1; ; tries += 1) {
    const current = await incidents.get(name);
    if (showsAll(fromSentinel(current), changes, { system: 'sentinel', owner: true })) return { sentinel: [current] };
    try {
      return { sentinel: [await incidents.put(name, toSentinel(current, changes))] };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409 || tries >= staleEtagTries) throw error;
    }
  }
}

/** Graph gives a comment no id that we could choose, so ours is recognised by its words and its time. */
function hasComment(comments: readonly GraphComment[], text: string, sentAt: string | null): boolean {
  const from = sentAt === null ? Number.POSITIVE_INFINITY : Date.parse(sentAt) - skewMs;
  return comments.some((comment) => comment.comment === text && Date.parse(comment.createdDateTime) >= from);
}

async function commentDefender(api: Api, id: string, command: Command, text: string, again: boolean): Promise<void> {
  const { incidents } = api.graphSecurity;
  if (again) {
    const current = await incidents.get(id);
    if (hasComment(current.comments ?? [], text, command.sentAt)) return;
  }
  await incidents.addComment(id, text);
}

async function comment(api: Api, command: Command, text: string, address: Address, again: boolean): Promise<Delivered> {
  if (address.system === 'defender') await commentDefender(api, address.id, command, text, again);
  // The comment's name is the command's id: putting it twice is putting it once.
  else await api.sentinel.comments.put(address.name, command.id, text);
  return {};
}

/** `again`: an earlier attempt may have arrived. `other` is where the other system keeps the incident, if it does. */
export async function deliver(
  api: Api,
  command: Command,
  { address, other }: { address: Address; other: Address | null },
  again: boolean,
): Promise<Delivered> {
  const { act } = command;
  const change = (at: Address, changes: IncidentChanges, looking: boolean) =>
    at.system === 'defender' ? changeDefender(api, at.id, changes, looking) : changeSentinel(api, at.name, changes);
  switch (act.kind) {
    case 'change': {
      if (act.settles === undefined || other === null) return change(address, act.changes, again);
      // One of the two shows it already and is left alone.
      return { ...(await change(address, act.changes, true)), ...(await change(other, act.changes, true)) };
    }
    case 'comment':
      return comment(api, command, act.text, address, again);
    case 'task':
      if (address.system !== 'sentinel') throw new Error('Only Sentinel has tasks.');
      await deliverTask(api, address.name, act);
      return {};
    case 'merge':
      return mergeIncidents(api, act, again);
    case 'moveAlerts':
      return moveAlerts(api, act, command.incidentKey, again);
    case 'alertChange':
    case 'alertComment':
      return { alerts: [await deliverAlert(api, command, act, again)] };
  }
}
