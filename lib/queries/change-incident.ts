/** Triage acts: painted at once, stored by the server before anything is sent, and corrected by the feed if refused. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActOutcome, ActRequest } from '@/lib/domain/incident/act';
import type { Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { currentValues, paintChanges } from '@/lib/domain/incident/paint';
import { unpaint } from '@/lib/domain/incident/unpaint';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { inTurn } from '@/lib/queries/in-turn';
import { cachedIncident, storeIncidents } from '@/lib/queries/incident-cache';
import { beginChange, endChange } from '@/lib/queries/optimistic-changes';
import { heldByOutbox, sendOrKeep, type Waiting, waits } from '@/lib/queries/outbox/send-or-keep';
import { serverNow } from '@/lib/queries/server-clock';
import { useRetry } from '@/lib/queries/take-back';

/** One incident by its key, and what is wanted of it. */
export type IncidentChange = {
  key: string;
  changes: IncidentChanges;
  reason?: string;
  /** The analyst knows what somebody else did meanwhile. */
  overwrite?: boolean;
};

/** Somebody was quicker, and nothing was stored. */
export type OvertakenOutcome = Extract<ActOutcome, { outcome: 'overtaken' }>;

type Painted = { act: ActRequest; before: Incident | undefined };

/** Paints acts on one list at once; the queue is redrawn once, however many they are. */
function paint(client: QueryClient, wanted: readonly Omit<IncidentChange, 'reason'>[]): Painted[] {
  const since = serverNow().toISOString();
  const painted = wanted.map(({ key, changes, overwrite }): Painted => {
    const before = cachedIncident(client, key);
    const seen = before === undefined ? null : currentValues(before, changes);
    const act = { commandId: commandId(), key, changes, seen, overwrite: overwrite ?? false };
    beginChange(key, { id: act.commandId, since, changes });
    return { act, before };
  });
  storeIncidents(client, {
    upserts: painted.flatMap(({ act, before }) =>
      before === undefined ? [] : [paintChanges(before, act.changes, { id: act.commandId, since })],
    ),
  });
  return painted;
}

/** The feed may have brought newer values meanwhile; those that it didn't touch go back to what they were. */
function takeOff(client: QueryClient, painted: readonly Painted[]): void {
  for (const { act } of painted) endChange(act.key, act.commandId);
  storeIncidents(client, {
    upserts: painted.flatMap(({ act, before }) => {
      const now = cachedIncident(client, act.key);
      return before === undefined || now === undefined ? [] : [unpaint(now, before, act.commandId)];
    }),
  });
}

/** The console did not answer: from now on the outbox paints them. */
function keepWaiting(client: QueryClient, painted: readonly Painted[]): Waiting[] {
  for (const { act } of painted) endChange(act.key, act.commandId);
  return waits(
    client,
    painted.map(({ act }) => act.commandId),
  );
}

/** What the console made of painted acts: stored ones stay as the server has them, the others lose their paint. */
function settle(client: QueryClient, painted: readonly Painted[], outcomes: readonly ActOutcome[]): void {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.commandId, outcome]));
  const kept = painted.filter(({ act }) => outcomeOf.get(act.commandId)?.outcome === 'stored');
  takeOff(
    client,
    painted.filter((each) => !kept.includes(each)),
  );
  for (const { act } of kept) endChange(act.key, act.commandId);
  storeIncidents(client, {
    upserts: withHeard(outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [] : [outcome]))),
  });
}

/**
 * `mutate({ key, changes, reason?, overwrite? })`. An error means that the console did not store it. When it could not be
 * reached, the change waits in this browser (`waiting`) and is sent when it answers again. When somebody was quicker nothing is stored either, the paint is taken off, and
 * `onOvertaken` is told; asking again with `overwrite` carries it through. A refusal by Microsoft arrives later as
 * `incident.sync[field].state === 'refused'` with the old value back.
 */
export function useChangeIncident(options: { onOvertaken?: (outcome: OvertakenOutcome) => void } = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'change'],
    networkMode: heldByOutbox,
    mutationFn: async ({ reason: why, ...wanted }: IncidentChange) => {
      const painted = paint(client, [wanted]);
      const [first] = painted;
      if (first === undefined) throw new Error('one change is painted once');
      const { act } = first;
      const reason = why ?? null;
      try {
        const outcome = await inTurn([wanted.key], () =>
          sendOrKeep(client, { kind: 'incidents', acts: [act], reason }, () =>
            rpc.incidents.change.mutate({ ...act, reason }),
          ),
        );
        if (outcome === null) {
          keepWaiting(client, painted);
          return { outcome: 'waiting' as const, commandId: act.commandId };
        }
        settle(client, painted, [outcome]);
        if (outcome.outcome === 'refused') throw new Error(outcome.reason);
        if (outcome.outcome === 'overtaken') options.onOvertaken?.(outcome);
        return outcome;
      } catch (error) {
        takeOff(client, painted);
        throw error;
      }
    },
  });
}

/**
 * `mutate({ changes: { key, changes, overwrite? }[], reason? })`: one request, one repaint, an outcome per row in its
 * order; `waiting` for all of them when the console could not be reached. An error means that none of them was stored.
 */
export function useChangeMany() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'changeMany'],
    networkMode: heldByOutbox,
    mutationFn: async ({
      changes,
      reason: why,
    }: {
      changes: readonly Omit<IncidentChange, 'reason'>[];
      reason?: string;
    }): Promise<readonly (ActOutcome | Waiting)[]> => {
      const painted = paint(client, changes);
      const keys = changes.map(({ key }) => key);
      const acts = painted.map(({ act }) => act);
      const reason = why ?? null;
      try {
        const answer = await inTurn(keys, () =>
          sendOrKeep(client, { kind: 'incidents', acts, reason }, () =>
            rpc.incidents.changeMany.mutate({ acts, reason }),
          ),
        );
        if (answer === null) return keepWaiting(client, painted);
        settle(client, painted, answer.outcomes);
        return answer.outcomes;
      } catch (error) {
        takeOff(client, painted);
        throw error;
      }
    },
  });
}

/** Sends a refused command again: `mutate({ commandId })`. Errors say why that makes no sense any more. */
export function useRetryCommand() {
  const { mutateAsync } = useRetry();
  return useMutation({
    mutationKey: ['incidents', 'retryOne'],
    mutationFn: async ({ commandId: id }: { commandId: string }) => {
      const [outcome] = await mutateAsync({ commandIds: [id] });
      if (outcome?.outcome === 'refused') throw new Error(outcome.reason);
      return outcome;
    },
  });
}
