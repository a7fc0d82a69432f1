/** Sends what waits, oldest first and one after the other, with the ids that it was given when it was said. */
import type { QueryClient } from '@tanstack/react-query';
import type { AlertOutcome, OvertakenAlert } from '@/lib/domain/alert/act';
import { changedAlertFields } from '@/lib/domain/alert/paint';
import type { ActOutcome, Overtaken } from '@/lib/domain/incident/act';
import { changedFields } from '@/lib/domain/incident/paint';
import { alertKeys, storeAlerts, withHeardAlerts } from '@/lib/queries/alert-cache';
import { rpc } from '@/lib/queries/client';
import { noteOwn } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { type OutboxAct, type OutboxEntry, outbox } from '@/lib/queries/outbox/outbox';
import { endPaint, readAnew } from '@/lib/queries/outbox/paint-waiting';
import { isFault, mayWorkLater } from '@/lib/queries/outbox/unreached';

/** What the console did not store when it heard of it at last. */
export type Unkept = {
  noun: 'incident' | 'alert';
  /** The incident's key or the alert's id. */
  id: string;
  /** Fields that stay as they are; `comment` for a comment, empty for something that was to be taken back. */
  fields: readonly string[];
  /** Why, in words for people; empty where somebody was quicker. */
  reason: string;
  overtaken: readonly (Overtaken | OvertakenAlert)[];
};

type Answered = readonly (ActOutcome | AlertOutcome)[];

/** Whom an entry is about, by the id of each command. */
function subjectsOf(act: OutboxAct): Map<string, Pick<Unkept, 'noun' | 'id' | 'fields'>> {
  switch (act.kind) {
    case 'incidents':
      return new Map(
        act.acts.map(({ commandId, key, changes }) => [
          commandId,
          { noun: 'incident', id: key, fields: changedFields(changes) },
        ]),
      );
    case 'alerts':
      return new Map(
        act.acts.map(({ commandId, id, changes }) => [
          commandId,
          { noun: 'alert', id, fields: changedAlertFields(changes) },
        ]),
      );
    case 'comment':
      return new Map([[act.commandId, { noun: 'incident', id: act.key, fields: ['comment'] }]]);
    case 'alertComment':
      return new Map([[act.commandId, { noun: 'alert', id: act.id, fields: ['comment'] }]]);
    case 'undoIncidents':
      return new Map(act.commandIds.map((id) => [id, { noun: 'incident', id: '', fields: [] }]));
    case 'undoAlerts':
      return new Map(act.commandIds.map((id) => [id, { noun: 'alert', id: '', fields: [] }]));
  }
}

function unkeptOf(act: OutboxAct, outcomes: Answered): Unkept[] {
  const subjects = subjectsOf(act);
  return outcomes.flatMap((one): Unkept[] => {
    if (one.outcome === 'stored') return [];
    const known = subjects.get(one.commandId);
    const noun = known?.noun ?? 'incident';
    const told = { noun, id: known?.id ?? '', fields: known?.fields ?? [] };
    if (one.outcome === 'overtaken') return [{ ...told, reason: '', overtaken: one.fields }];
    // An undo is asked for by command; only the answer knows upon what.
    return [{ ...told, id: told.id || ('key' in one ? one.key : one.id), reason: one.reason, overtaken: [] }];
  });
}

async function tellIncidents(act: Extract<OutboxAct, { kind: 'incidents' }>): Promise<ActOutcome[]> {
  const [first, ...others] = act.acts;
  const { reason } = act;
  // One by itself may be of an incident that the console has to look up first.
  if (first !== undefined && others.length === 0) return [await rpc.incidents.change.mutate({ ...first, reason })];
  return (await rpc.incidents.changeMany.mutate({ acts: [...act.acts], reason })).outcomes;
}

async function tell(act: OutboxAct): Promise<Answered> {
  switch (act.kind) {
    case 'incidents':
      return tellIncidents(act);
    case 'alerts':
      return (await rpc.alerts.change.mutate({ acts: [...act.acts], reason: act.reason })).outcomes;
    case 'undoIncidents':
      return (await rpc.incidents.undo.mutate({ commandIds: [...act.commandIds] })).outcomes;
    case 'undoAlerts':
      return (await rpc.alerts.undo.mutate({ commandIds: [...act.commandIds] })).outcomes;
    case 'comment': {
      const { commandId, key, text } = act;
      await rpc.incidents.comment.mutate({ commandId, key, text });
      return [];
    }
    case 'alertComment': {
      const { commandId, id, text } = act;
      return [await rpc.alerts.comment.mutate({ commandId, id, text })];
    }
  }
}

/** The rows as the answer says; those of which it says nothing are read anew. */
function show(client: QueryClient, { act, id }: OutboxEntry, outcomes: Answered): void {
  const strokes = endPaint(id);
  for (const { commandId } of outcomes) noteOwn(commandId);
  storeIncidents(client, {
    upserts: withHeard(outcomes.flatMap((one) => ('incident' in one ? [one] : []))),
  });
  storeAlerts(client, withHeardAlerts(outcomes.flatMap((one) => ('alert' in one ? [one] : []))));
  if (outcomes.some(({ outcome }) => outcome === 'refused')) readAnew(client, strokes);
  if (act.kind === 'comment') void client.invalidateQueries({ queryKey: incidentKeys.detail(act.key) });
  if (act.kind === 'alertComment') void client.invalidateQueries({ queryKey: alertKeys.detail(act.id) });
}

/** An entry that the console fails over for half an hour must not hold back all others for ever. */
const mostFaults = 360;
const faults = new Map<string, number>();

/** False when it has to wait longer. */
async function sendOne(client: QueryClient, entry: OutboxEntry, onUnkept: OnUnkept): Promise<boolean> {
  try {
    const outcomes = await tell(entry.act);
    show(client, entry, outcomes);
    // A window that is closed before this sends it once more; the console knows the ids.
    outbox.remove(entry.id);
    const unkept = unkeptOf(entry.act, outcomes);
    if (unkept.length > 0) onUnkept(unkept);
  } catch (error) {
    const count = (faults.get(entry.id) ?? 0) + (isFault(error) ? 1 : 0);
    faults.set(entry.id, count);
    if (mayWorkLater(error) && count < mostFaults) return false;
    readAnew(client, endPaint(entry.id));
    outbox.remove(entry.id);
    const reason = error instanceof Error ? error.message : String(error);
    onUnkept([...subjectsOf(entry.act).values()].map((subject) => ({ ...subject, reason, overtaken: [] })));
  }
  faults.delete(entry.id);
  return true;
}

/** Told once for each entry of which something was not stored. */
export type OnUnkept = (unkept: readonly Unkept[]) => void;

/** One window sends for all of them. Over plain http there are no locks, and twice sent is still one act. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined | null = navigator.locks;
  if (locks == null) await work();
  else await locks.request('outbox', { ifAvailable: true }, (lock) => (lock === null ? undefined : work()));
}

let sending = false;

/** Sends what `me` has waiting, until nothing is left or the console does not answer. */
export async function sendOutbox(client: QueryClient, me: string, onUnkept: OnUnkept): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    await alone(async () => {
      for (;;) {
        const entry = outbox.get().find(({ of }) => of === me);
        if (entry === undefined || !(await sendOne(client, entry, onUnkept))) return;
      }
    });
  } finally {
    sending = false;
  }
}
