/** Adding a comment: shown at once as pending, confirmed or refused by the system that owns the incident. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentComment } from '@/lib/domain/incident/incident-detail';
import type { IncidentDetailReply } from '@/lib/domain/incident/incident-lookup';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { heldByOutbox, sendOrKeep } from '@/lib/queries/outbox/send-or-keep';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';

/** `mutate({ key, text })`: null when it waits in this browser until the console answers. */
export function useAddComment() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'comment'],
    networkMode: heldByOutbox,
    mutationFn: async ({ key, text }: { key: string; text: string }) => {
      const id = commandId();
      const detailKey = incidentKeys.detail(key);
      const me = client.getQueryData(sessionQueries.current().queryKey)?.me;
      const edit = (change: (comments: IncidentComment[], owner: IncidentComment['system']) => IncidentComment[]) =>
        client.setQueryData<IncidentDetailReply>(detailKey, (reply) => {
          if (reply?.kind !== 'found') return reply;
          const owner = reply.detail.incident.defender === null ? 'sentinel' : 'defender';
          return { kind: 'found', detail: { ...reply.detail, comments: change(reply.detail.comments, owner) } };
        });
      await client.cancelQueries({ queryKey: detailKey });
      edit((comments, system) => [
        ...comments,
        {
          id,
          system,
          author: me?.displayName ?? me?.name ?? 'you',
          text,
          createdAt: serverNow().toISOString(),
          state: 'pending',
        },
      ]);
      try {
        const said = { commandId: id, key, text };
        const receipt = await sendOrKeep(client, { kind: 'comment', ...said }, () =>
          rpc.incidents.comment.mutate(said),
        );
        if (receipt === null) return null;
        await client.invalidateQueries({ queryKey: detailKey });
        return receipt;
      } catch (error) {
        edit((comments) => comments.filter((comment) => comment.id !== id));
        throw error;
      }
    },
  });
}
