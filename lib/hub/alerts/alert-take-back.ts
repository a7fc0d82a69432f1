/** Acts upon acts on alerts: taking one back, and sending a refused one again. */
import { randomUUID } from 'node:crypto';
import { type AlertOutcome, overtakenAlertFields } from '@/lib/domain/alert/act';
import { alertOfKey, isAlertChange } from '@/lib/domain/alert/alert-command';
import { alertFieldText } from '@/lib/domain/alert/field-text';
import { changedAlertFields, currentAlertValues } from '@/lib/domain/alert/paint';
import type { Command } from '@/lib/domain/incident/command';
import type { Assignee } from '@/lib/domain/incident/incident';
import type { AlertMirror } from '@/lib/hub/alerts/alert-mirror';
import type { AlertDraft, TakeAlertActs } from '@/lib/hub/alerts/take-alert-acts';
import type { Journal } from '@/lib/hub/journal/journal';
import { newCommand } from '@/lib/hub/journal/new-command';

export type AlertTakeBackOptions = {
  journal: Journal;
  alertMirror: AlertMirror;
  taking: TakeAlertActs;
  now: () => Date;
};

export type AlertTakeBack = {
  /** New commands with the old values; refused where somebody has changed the field since. */
  undo(commandIds: readonly string[], by: Assignee): Promise<AlertOutcome[]>;
  /** Sends refused commands again. */
  retry(commandIds: readonly string[], by: Assignee): Promise<AlertOutcome[]>;
};

export function createAlertTakeBack({ journal, alertMirror, taking, now }: AlertTakeBackOptions): AlertTakeBack {
  const { take, stored, changeable, whose, pump } = taking;

  /** Why a command cannot be taken back; null when it can. */
  function objection(command: Command | undefined): string | null {
    if (command === undefined) return 'The console knows no such act.';
    if (!isAlertChange(command)) return 'A comment stays: Defender keeps every comment that was added.';
    if (command.state === 'refused') return 'It was refused, so there is nothing to take back.';
    const alert = alertMirror.get(command.act.alertId);
    if (alert === undefined) return `Alert ${command.act.alertId} is no longer listed.`;
    const [field] = overtakenAlertFields(alert, command.act.changes, command.act.before);
    if (field === undefined) return null;
    const { by } = whose(alert, field);
    return `${by ?? 'Somebody else'} has changed the ${field} to “${alertFieldText(field, alert)}” since.`;
  }

  function undoing(id: string, command: Command | undefined, by: Assignee, batchId: string | null): AlertDraft {
    const newId = randomUUID();
    return () => {
      const undone = journal.undoing(id);
      if (undone !== undefined) return stored(undone);
      const alertId = (command && alertOfKey(command.incidentKey)) ?? '';
      const reason = objection(command);
      if (reason !== null || command === undefined || !isAlertChange(command))
        return { outcome: 'refused', commandId: id, id: alertId, reason: reason ?? '' };
      const alert = changeable(id, alertId);
      if ('outcome' in alert) return alert;
      const { before } = command.act;
      return newCommand({
        id: newId,
        incidentKey: command.incidentKey,
        act: { kind: 'alertChange', alertId, changes: before, before: currentAlertValues(alert, before) },
        by,
        at: now(),
        owner: 'defender',
        undoes: id,
        batchId,
      });
    };
  }

  /** A later act upon one of the same fields: sending the older one again would overwrite it. */
  function replaced(command: Command): boolean {
    if (!isAlertChange(command)) return false;
    const siblings = journal.alertChangesOf(command.incidentKey);
    const later = siblings.slice(siblings.findIndex(({ id }) => id === command.id) + 1);
    const fields = changedAlertFields(command.act.changes);
    return later.some(
      ({ state, act }) => state !== 'refused' && fields.some((field) => act.changes[field] !== undefined),
    );
  }

  function outcomeOf(id: string): AlertOutcome {
    const command = journal.get(id);
    const refused = (alertId: string, reason: string): AlertOutcome => ({
      outcome: 'refused',
      commandId: id,
      id: alertId,
      reason,
    });
    if (command === undefined) return refused('', 'The console knows no such act.');
    if (command.state !== 'refused') return stored(command);
    return refused(alertOfKey(command.incidentKey) ?? '', 'Something else was asked for since.');
  }

  return {
    async undo(commandIds, by) {
      const known = new Map((await journal.find(commandIds)).map((command) => [command.id, command]));
      const batchId = commandIds.length > 1 ? randomUUID() : null;
      return take(commandIds.map((id) => undoing(id, known.get(id), by, batchId)));
    },
    async retry(commandIds, by) {
      const again = commandIds.flatMap((id) => {
        const command = journal.get(id);
        return command?.state === 'refused' && !replaced(command) ? [command] : [];
      });
      const note = `asked for again by ${by.displayName ?? by.name}`;
      await journal.update(
        again.map((command) => ({ command: { ...command, state: 'queued', settledAt: null, failure: null }, note })),
      );
      pump(new Set(again.map((command) => command.incidentKey)));
      return commandIds.map(outcomeOf);
    },
  };
}
