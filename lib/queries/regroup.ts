/** Merging incidents, moving alerts, and settling what two systems disagree about. */
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { CommandState } from '@/lib/domain/incident/command';
import type { FieldSync, Incident, SyncedField } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { cachedIncident, incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';
import { beginMerge, endMerge } from '@/lib/queries/optimistic-changes';
import { serverNow } from '@/lib/queries/server-clock';

/** Both are asked of the systems themselves, so they are not kept for long. */
export const regroupQueries = {
  /** What merging would do. `survivor`: the key that should stay, if it matters. */
  mergePreview: (keys: readonly string[], survivor: string | null = null) =>
    queryOptions({
      queryKey: ['incidents', 'mergePreview', [...keys].sort(), survivor] as const,
      queryFn: ({ signal }) => rpc.incidents.mergePreview.query({ keys: [...keys], survivor }, { signal }),
      staleTime: 10_000,
    }),
  /** What is still open about incidents that are to be closed. */
  closePreflight: (keys: readonly string[]) =>
    queryOptions({
      queryKey: ['incidents', 'closePreflight', [...keys].sort()] as const,
      // Without a connection it fails at once: whoever closes must not wait for it, and be closed for later.
      networkMode: 'always',
      queryFn: ({ signal }) => rpc.incidents.closePreflight.mutate({ keys: [...keys] }, { signal }),
      staleTime: 10_000,
    }),
};

/** Whoever stored nothing says why as an error. */
function stored(outcome: ActOutcome): Extract<ActOutcome, { outcome: 'stored' }> {
  if (outcome.outcome === 'stored') return outcome;
  throw new Error(outcome.outcome === 'refused' ? outcome.reason : 'Somebody else has changed it meanwhile.');
}

/** `reasons` are members of Graph's `correlationReason`. */
export type Merge = { survivor: string; sources: string[]; reasons?: string[]; comment?: string };

/** `before`: what has to be read while the incidents are still apart; they are painted meanwhile. */
export type MergeAct = Merge & { before?: () => Promise<unknown> };

/** How soon and how often it is asked whether a merge was refused after it was stored. */
const askAfterMs = { first: 2_000, most: 60_000 };

const pause = (waitMs: number) => new Promise((resolve) => setTimeout(resolve, waitMs));

/** Resolves when Defender has done it, or said no. Nothing of an incident itself tells of a merge that was refused. */
async function untilSettled(client: QueryClient, { survivor, sources }: Merge, id: string): Promise<CommandState> {
  for (let waitMs = askAfterMs.first; ; waitMs = Math.min(waitMs * 1.5, askAfterMs.most)) {
    await pause(waitMs);
    const left = sources.filter((key) => cachedIncident(client, key)?.status !== 'redirected');
    if (left.length === 0) return 'confirmed';
    // A console that does not answer now is asked again.
    const history = await rpc.incidents.history.query({ key: survivor }).catch(() => null);
    const state = history?.entries.find((entry) => entry.commandId === id)?.state ?? null;
    if (state === 'confirmed' || state === 'refused') return state;
  }
}

/** Once more as they are known, with or without the mark of being merged. */
function redraw(client: QueryClient, keys: readonly string[]): void {
  storeIncidents(client, { upserts: keys.flatMap((key) => cachedIncident(client, key) ?? []) });
}

/**
 * `mutate({ survivor, sources, reasons?, comment? })`. The incidents that end are painted as on their way at once, and
 * redirect when Defender has done it; `onRefused` is told when Defender says no after the console had stored it.
 */
export function useMerge(options: { onRefused?: (merge: Merge) => void } = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'merge'],
    mutationFn: async ({ before, ...merge }: MergeAct) => {
      const { survivor, sources, reasons, comment } = merge;
      const id = commandId();
      const marks = new Map(sources.map((key) => [key, cachedIncident(client, key)?.sync.status]));
      beginMerge(sources, { id, since: serverNow().toISOString() });
      redraw(client, sources);
      const takeOff = () => {
        endMerge(sources, id);
        storeIncidents(client, {
          upserts: sources.flatMap((key) => {
            const incident = cachedIncident(client, key);
            return incident?.sync.status?.commandId === id ? [withStatusMark(incident, marks.get(key))] : [];
          }),
        });
      };
      try {
        await before?.();
        const request = { commandId: id, survivor, sources, reasons: reasons ?? [], comment: comment ?? null };
        const outcome = stored(await rpc.incidents.merge.mutate(request));
        void untilSettled(client, merge, id).then((state) => {
          takeOff();
          if (state === 'refused') options.onRefused?.(merge);
        });
        for (const key of [survivor, ...sources]) {
          await client.invalidateQueries({ queryKey: incidentKeys.detail(key) });
        }
        return outcome;
      } catch (error) {
        takeOff();
        throw error;
      }
    },
  });
}

function withStatusMark(incident: Incident, mark: FieldSync | undefined): Incident {
  const { status: _, ...sync } = incident.sync;
  return { ...incident, sync: mark === undefined ? sync : { ...sync, status: mark } };
}

/** `reasons` as above. */
export type MoveAlerts = { from: string; alertIds: string[]; to: string | null; reasons?: string[]; comment?: string };

/** `mutate({ from, alertIds, to, … })`; `to: null` makes a new incident of them, which is how a merge is taken apart. */
export function useMoveAlerts() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'moveAlerts'],
    mutationFn: async ({ reasons, comment, ...move }: MoveAlerts) => {
      const request = { ...move, commandId: commandId(), reasons: reasons ?? [], comment: comment ?? null };
      const outcome = stored(await rpc.incidents.moveAlerts.mutate(request));
      await client.invalidateQueries({ queryKey: incidentKeys.detail(move.from) });
      return outcome;
    },
  });
}

/** `mutate({ key, field, keep })`: the chosen system's value is written to both. */
export function useSettleDrift() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'settleDrift'],
    mutationFn: async (choice: { key: string; field: SyncedField; keep: System }) => {
      const outcome = stored(await rpc.incidents.settleDrift.mutate({ ...choice, commandId: commandId() }));
      storeIncidents(client, { upserts: withHeard([outcome]) });
      return outcome;
    },
  });
}
