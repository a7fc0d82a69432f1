/** An act upon an alert in the journal. Its key tells alerts and incidents apart: each alert has a queue of its own. */
import type { AlertRow } from '@/lib/domain/alert/alert-row';
import { changedAlertFields, paintAlert, showsAlertField } from '@/lib/domain/alert/paint';
import type { Command } from '@/lib/domain/incident/command';
import type { FieldSync } from '@/lib/domain/incident/incident';

/** The commands that change fields; comments on alerts are another kind. */
export type AlertChangeCommand = Command & { act: Extract<Command['act'], { kind: 'alertChange' }> };

const prefix = 'alert/';

/** No incident's key has a slash in it. */
export const alertKey = (id: string): string => `${prefix}${id}`;

/** The alert that a journal's key stands for; null for an incident's. */
export const alertOfKey = (key: string): string | null => (key.startsWith(prefix) ? key.slice(prefix.length) : null);

/** Narrows the journal's commands to those that `withAlertActs` paints. */
export const isAlertChange = (command: Command): command is AlertChangeCommand => command.act.kind === 'alertChange';

function markOf(command: AlertChangeCommand): FieldSync | null {
  const { state, createdAt, settledAt, failure, id } = command;
  const why = failure === null ? {} : { reason: failure.message };
  switch (state) {
    case 'queued':
    case 'sending':
      return { state: 'pending', since: createdAt, commandId: id, shownBy: [], ...why };
    case 'accepted':
    case 'confirmed':
      return { state: 'confirmed', since: settledAt ?? createdAt, commandId: id, shownBy: ['defender'] };
    case 'refused':
      return {
        state: 'refused',
        since: settledAt ?? createdAt,
        commandId: id,
        shownBy: [],
        retryable: failure?.retryable ?? false,
        ...why,
      };
  }
}

/**
 * The alert with what analysts asked for: waiting values are painted, and the latest act upon each field leaves its
 * mark. `commands` are this alert's, oldest first. The same object when there is nothing to show.
 */
export function withAlertActs(row: AlertRow, commands: readonly AlertChangeCommand[]): AlertRow {
  let painted = row;
  for (const command of commands) {
    const mark = markOf(command);
    const { changes } = command.act;
    if (mark === null) continue;
    if (mark.state === 'pending') {
      painted = paintAlert(painted, changes, mark);
      continue;
    }
    const marked = changedAlertFields(changes).filter((field) => {
      const shows = showsAlertField(field, row, changes);
      // Somebody else has changed it since, or has made it so although ours was refused: then ours no longer matters.
      return mark.state === 'confirmed' ? shows : !shows;
    });
    const sync = { ...painted.sync };
    for (const field of changedAlertFields(changes)) delete sync[field];
    for (const field of marked) sync[field] = mark;
    painted = { ...painted, sync };
  }
  return painted;
}
