/** Acts upon alerts: painted at once, stored by the server before anything is sent, and corrected when refused. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertOutcome } from '@/lib/domain/alert/act';
import type { AlertChanges, AlertRow } from '@/lib/domain/alert/alert-row';
import { currentAlertValues } from '@/lib/domain/alert/paint';
import { alertKeys, cachedAlert, storeAlerts, withHeardAlerts } from '@/lib/queries/alert-cache';
import { rpc } from '@/lib/queries/client';
import { commandId } from '@/lib/queries/command-id';
import { beginAlertChange, endAlertChange } from '@/lib/queries/optimistic-alerts';
import { heldByOutbox, sendOrKeep, type Waiting, waits } from '@/lib/queries/outbox/send-or-keep';
import { serverNow } from '@/lib/queries/server-clock';

/** One alert as the analyst sees it, and what is wanted of it. */
export type AlertStep = { alert: AlertRow; changes: AlertChanges };

/** `overwrite`: the analyst knows what somebody else did meanwhile. */
export type ChangeAlerts = { steps: readonly AlertStep[]; reason?: string; overwrite?: boolean };

type Painted = { id: string; commandId: string; before: AlertRow };

/** Whatever became of the acts, the rows show it: the server's where it answered, else what they were. */
function settle(client: QueryClient, painted: readonly Painted[], outcomes: readonly AlertOutcome[]): void {
  const answered = outcomes.flatMap((one) => (one.outcome === 'refused' ? [] : [one]));
  const rows = withHeardAlerts(answered);
  const told = new Map(answered.map(({ commandId: command }, at) => [command, rows[at]]));
  for (const { id, commandId: command } of painted) endAlertChange(id, command);
  storeAlerts(
    client,
    painted.map(({ id, commandId: command, before }) => {
      const now = cachedAlert(client, id) ?? before;
      // Something newer may have come while the answer was on its way.
      const fallback = now.updatedAt > before.updatedAt ? now : before;
      return told.get(command) ?? fallback;
    }),
  );
}

/**
 * `mutateAsync({ steps, reason?, overwrite? })` answers an outcome for each step, in their order; `waiting` for all of them
 * when the console could not be reached. An error means that the console stored nothing; a refusal by Defender arrives later as `alert.sync[field].state === 'refused'`.
 */
export function useChangeAlerts() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['alerts', 'change'],
    networkMode: heldByOutbox,
    mutationFn: async ({
      steps,
      reason: why,
      overwrite = false,
    }: ChangeAlerts): Promise<readonly (AlertOutcome | Waiting)[]> => {
      const reason = why ?? null;
      const since = serverNow().toISOString();
      const painted = steps.map(({ alert }): Painted => ({ id: alert.id, commandId: commandId(), before: alert }));
      steps.forEach(({ alert, changes }, at) => {
        beginAlertChange(alert.id, { commandId: painted[at]?.commandId ?? '', since, changes });
      });
      storeAlerts(
        client,
        steps.map(({ alert }) => cachedAlert(client, alert.id) ?? alert),
      );
      try {
        const acts = steps.map(({ alert, changes }, at) => ({
          commandId: painted[at]?.commandId ?? '',
          id: alert.id,
          changes,
          seen: currentAlertValues(alert, changes),
          overwrite,
        }));
        const answer = await sendOrKeep(client, { kind: 'alerts', acts, reason }, () =>
          rpc.alerts.change.mutate({ acts, reason }),
        );
        if (answer === null) {
          for (const { id, commandId: command } of painted) endAlertChange(id, command);
          return waits(
            client,
            painted.map((each) => each.commandId),
          );
        }
        settle(client, painted, answer.outcomes);
        return answer.outcomes;
      } catch (error) {
        settle(client, painted, []);
        throw error;
      }
    },
  });
}

function storeAnswers(client: QueryClient, outcomes: readonly AlertOutcome[]): void {
  storeAlerts(client, withHeardAlerts(outcomes.flatMap((one) => (one.outcome === 'refused' ? [] : [one]))));
}

/** New commands with the old values: `mutateAsync(commandIds)`. */
export function useUndoAlerts() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['alerts', 'undo'],
    networkMode: heldByOutbox,
    mutationFn: async (commandIds: readonly string[]): Promise<readonly (AlertOutcome | Waiting)[]> => {
      const answer = await sendOrKeep(client, { kind: 'undoAlerts', commandIds }, () =>
        rpc.alerts.undo.mutate({ commandIds: [...commandIds] }),
      );
      if (answer === null) return waits(client, commandIds);
      storeAnswers(client, answer.outcomes);
      return answer.outcomes;
    },
  });
}

/** Sends refused commands again: `mutateAsync(commandIds)`. */
export function useRetryAlerts() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['alerts', 'retry'],
    mutationFn: async (commandIds: readonly string[]) => {
      const { outcomes } = await rpc.alerts.retry.mutate({ commandIds: [...commandIds] });
      storeAnswers(client, outcomes);
      return outcomes;
    },
  });
}

/** `mutateAsync({ id, text })`; `waiting` when the console could not be reached. */
export function useCommentAlert() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['alerts', 'comment'],
    networkMode: heldByOutbox,
    mutationFn: async ({ id, text }: { id: string; text: string }): Promise<AlertOutcome | Waiting> => {
      const said = { commandId: commandId(), id, text };
      const outcome = await sendOrKeep(client, { kind: 'alertComment', ...said }, () =>
        rpc.alerts.comment.mutate(said),
      );
      return outcome ?? { outcome: 'waiting', commandId: said.commandId };
    },
    onSettled: (_, __, { id }) => client.invalidateQueries({ queryKey: alertKeys.detail(id) }),
  });
}
