/** Triage acts: painted at once, stored by the server before anything is sent, and corrected by the feed if refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentChanges } from '@/lib/domain/incident/incident';
import { paintChanges } from '@/lib/domain/incident/paint';
import { unpaint } from '@/lib/domain/incident/unpaint';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { cachedIncident, storeIncidents } from '@/lib/queries/incident-cache';
import { beginChange, endChange } from '@/lib/queries/optimistic-changes';
import { serverNow } from '@/lib/queries/server-clock';

export type IncidentChange = { key: string; changes: IncidentChanges; reason?: string };

/**
 * `mutate({ key, changes, reason? })`. Mutations run beside each other, so a bulk act is one `mutate` per row.
 * An error means that the console did not store the command; a refusal by Microsoft arrives later as
 * `incident.sync[field].state === 'refused'` with the old value back.
 */
export function useChangeIncident() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'change'],
    mutationFn: async ({ key, changes, reason }: IncidentChange) => {
      const before = cachedIncident(client, key);
      const painted = { id: commandId(), since: serverNow().toISOString(), changes };
      beginChange(key, painted);
      if (before !== undefined) storeIncidents(client, { upserts: [paintChanges(before, changes, painted)] });
      try {
        const receipt = await rpc.incidents.change.mutate({
          commandId: painted.id,
          key,
          changes,
          reason: reason ?? null,
        });
        endChange(key, painted.id);
        storeIncidents(client, { upserts: [receipt.incident] });
        return receipt;
      } catch (error) {
        endChange(key, painted.id);
        // The feed may have brought newer values meanwhile; those that it didn't touch go back to what they were.
        const now = cachedIncident(client, key);
        if (before !== undefined && now !== undefined)
          storeIncidents(client, { upserts: [unpaint(now, before, painted.id)] });
        throw error;
      }
    },
  });
}

/** Sends a refused command again: `mutate({ commandId })`. */
export function useRetryCommand() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'retry'],
    mutationFn: async ({ commandId: id }: { commandId: string }) => {
      const receipt = await rpc.incidents.retry.mutate({ commandId: id });
      storeIncidents(client, { upserts: [receipt.incident] });
      return receipt;
    },
  });
}
