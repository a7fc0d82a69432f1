/** The tasks of an incident, and changing them: shown at once as on the way, refused with the reason. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type IncidentTasks, paintTask, type TaskChange } from '@/lib/domain/incident/task';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { incidentKeys } from '@/lib/queries/incident-cache';
import { serverNow } from '@/lib/queries/server-clock';
import { sessionQueries } from '@/lib/queries/session';

/** Only read while a page asks for them. */
export const taskQueries = {
  /** As Sentinel lists them. Below the incident's detail, so that whatever makes that stale makes these stale. */
  of: (key: string) =>
    queryOptions({
      queryKey: [...incidentKeys.detail(key), 'tasks'] as const,
      queryFn: ({ signal }) => rpc.incidents.tasks.query({ key }, { signal }),
      staleTime: 30_000,
    }),
};

/** A name for a new task, chosen here so that adding it twice is adding it once. */
export const newTaskId = commandId;

/** `mutate({ taskId, before, wanted })`; answers the id of the command, with which it is undone or sent again. */
export function useChangeTask(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['incidents', 'task'],
    mutationFn: async (change: TaskChange) => {
      const id = commandId();
      const { queryKey } = taskQueries.of(key);
      const me = client.getQueryData(sessionQueries.current().queryKey)?.me;
      await client.cancelQueries({ queryKey });
      client.setQueryData<IncidentTasks>(queryKey, (reply) =>
        reply === undefined
          ? reply
          : {
              ...reply,
              tasks: paintTask(reply.tasks, change, {
                state: 'pending',
                commandId: id,
                reason: null,
                at: serverNow().toISOString(),
                by: me?.displayName ?? me?.name ?? 'you',
              }),
            },
      );
      try {
        const outcome = await rpc.incidents.changeTask.mutate({ ...change, commandId: id, key });
        if (outcome.outcome === 'refused') throw new Error(outcome.reason);
        return outcome.commandId;
      } finally {
        await client.invalidateQueries({ queryKey });
      }
    },
  });
}
