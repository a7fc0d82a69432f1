/** What analysts ask of alerts: changes, alone or by the hundred, comments, taking back and trying again. */
import { randomUUID } from 'node:crypto';
import { type AlertActRequest, type AlertOutcome, overtakenAlert, overtakenAlertFields } from '@/lib/domain/alert/act';
import { alertKey } from '@/lib/domain/alert/alert-command';
import { currentAlertValues } from '@/lib/domain/alert/paint';
import type { Command } from '@/lib/domain/incident/command';
import type { Assignee } from '@/lib/domain/incident/incident';
import { type AlertTakeBack, createAlertTakeBack } from '@/lib/hub/alerts/alert-take-back';
import { type AlertDraft, createTakeAlertActs, type TakeAlertActsOptions } from '@/lib/hub/alerts/take-alert-acts';
import { newCommand } from '@/lib/hub/journal/new-command';

export type AlertActsOptions = TakeAlertActsOptions & { now: () => Date };

export type AlertCommentRequest = { commandId: string; id: string; text: string };

export type AlertActs = AlertTakeBack & {
  /** At most `mostActs`, each on its own: what becomes of one says nothing of the others. */
  change(acts: readonly AlertActRequest[], reason: string | null, by: Assignee): Promise<AlertOutcome[]>;
  comment(request: AlertCommentRequest, by: Assignee): Promise<AlertOutcome>;
};

export function createAlertActs(options: AlertActsOptions): AlertActs {
  const { journal, now } = options;
  const taking = createTakeAlertActs(options);
  const { take, stored, changeable, whose } = taking;

  function changing(act: AlertActRequest, more: Pick<Command, 'by' | 'reason' | 'batchId'>): AlertDraft {
    return () => {
      const { commandId, id, changes, seen } = act;
      const known = journal.get(commandId);
      if (known !== undefined) return stored(known);
      const alert = changeable(commandId, id);
      if ('outcome' in alert) return alert;
      const fields = seen === null || act.overwrite ? [] : overtakenAlertFields(alert, seen, changes);
      if (fields.length > 0) {
        const told = fields.map((field) => overtakenAlert(alert, field, changes, whose(alert, field)));
        return { outcome: 'overtaken', commandId, alert, fields: told };
      }
      const before = currentAlertValues(alert, changes);
      return newCommand({
        ...more,
        id: commandId,
        incidentKey: alertKey(id),
        act: { kind: 'alertChange', alertId: id, changes, before },
        at: now(),
        owner: 'defender',
      });
    };
  }

  return {
    ...createAlertTakeBack({ ...options, taking }),
    change: (acts, reason, by) => {
      const more = { by, reason, batchId: acts.length > 1 ? randomUUID() : null };
      return take(acts.map((act) => changing(act, more)));
    },
    async comment({ commandId, id, text }, by) {
      const draft: AlertDraft = () => {
        const known = journal.get(commandId);
        if (known !== undefined) return stored(known);
        const alert = changeable(commandId, id);
        if ('outcome' in alert) return alert;
        const act = { kind: 'alertComment', alertId: id, text } as const;
        return newCommand({ id: commandId, incidentKey: alertKey(id), act, by, at: now(), owner: 'defender' });
      };
      const [outcome] = await take([draft]);
      if (outcome === undefined) throw new Error('one act has one outcome');
      return outcome;
    },
  };
}
