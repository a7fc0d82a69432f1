/** Merging incidents, moving alerts, and settling what two systems disagree about. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { SyncedField } from '@/lib/domain/incident/incident';
import type { System } from '@/lib/domain/source/source';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { withHeard } from '@/lib/queries/feed-log';
import { incidentKeys, storeIncidents } from '@/lib/queries/incident-cache';

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
      queryFn: ({ signal }) => rpc.incidents.closePreflight.mutate({ keys: [...keys] }, { signal }),
      staleTime: 10_000,
    }),
};

/** Whoever stored nothing says why as an error. */
function stored(outcome: ActOutcome): Extract<ActOutcome, { outcome: 'stored' }> {
  if (outcome.outcome === 'stored') return outcome;
  throw new Error(outcome.outcome === 'refused' ? outcome.reason : 'Somebody else has changed it meanwhile.');
}

export type Merge = { survivor: string; sources: string[]; reasons?: string[]; comment?: string };

/** `mutate({ survivor, sources, reasons?, comment? })`. The incidents that end redirect when Defender has done it. */
export function useMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'merge'],
    mutationFn: async ({ survivor, sources, reasons, comment }: Merge) => {
      const request = { commandId: commandId(), survivor, sources, reasons: reasons ?? [], comment: comment ?? null };
      const outcome = stored(await rpc.incidents.merge.mutate(request));
      for (const key of [survivor, ...sources]) {
        await client.invalidateQueries({ queryKey: incidentKeys.detail(key) });
      }
      return outcome;
    },
  });
}

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
