/** Acts upon acts: taking one back, and sending a refused one again. */
import { randomUUID } from 'node:crypto';
import type { ActOutcome } from '@/lib/domain/incident/act';
import type { Command } from '@/lib/domain/incident/command';
import type { Assignee, Incident, IncidentChanges } from '@/lib/domain/incident/incident';
import { editTags, overtakenFields } from '@/lib/domain/incident/overtaken';
import { changedFields, currentValues } from '@/lib/domain/incident/paint';
import { fieldText } from '@/lib/domain/incident/same-field';
import { type ChangeCommand, isChange } from '@/lib/domain/incident/sync-state';
import type { TaskCommand } from '@/lib/domain/incident/task';
import { type System, systemWords } from '@/lib/domain/source/source';
import type { Acts, Draft } from '@/lib/hub/journal/acts';
import { objection } from '@/lib/hub/journal/intake';
import type { Journal } from '@/lib/hub/journal/journal';
import { newCommand, ownerOf } from '@/lib/hub/journal/new-command';
import type { Sender } from '@/lib/hub/journal/sender';
import type { Mirror } from '@/lib/hub/mirror/mirror';

/** `show` tells the browsers of incidents whose commands go out again. */
export type TakeBackOptions = {
  now: () => Date;
  journal: Journal;
  mirror: Mirror;
  sender: Sender;
  acts: Acts;
  show: (keys: readonly string[]) => void;
};

export type TakeBack = {
  undo(commandIds: readonly string[], by: Assignee, through?: System | null): Promise<{ outcomes: ActOutcome[] }>;
  retry(commandIds: readonly string[], by: Assignee): Promise<{ outcomes: ActOutcome[] }>;
  /** In the order of the ids; unknown ones are left out. */
  commands(ids: readonly string[]): Promise<Command[]>;
};

/** `through` null: written where changes of the incident usually are. */
type Back = { id: string; by: Assignee; batchId: string | null; through: System | null };

const isTask = (command: Command): command is TaskCommand => command.act.kind === 'task';

const cannotBeTakenBack = {
  change: 'It cannot be taken back.',
  comment: 'A comment stays: Defender keeps every comment that was added.',
  merge: 'A merge stays: move alerts back out of the incident instead.',
  moveAlerts: 'Alerts that were moved are moved back by moving them again.',
  alertChange: 'A change of an alert is taken back among the alerts.',
  alertComment: 'A comment stays: Defender keeps every comment that was added.',
} as const;

/** Whether somebody else has changed it since is found when it is sent: the queue knows no tasks. */
function taskBack(command: TaskCommand, { through: _, ...more }: Back & { at: Date }): Command {
  const { act, incidentKey, id } = command;
  const back = { ...act, before: act.wanted, wanted: act.before };
  return newCommand({ ...more, incidentKey, act: back, owner: 'sentinel', undoes: id });
}

/** What cannot be taken back or sent again is an outcome with the reason. */
export function createTakeBack({ now, journal, mirror, sender, acts, show }: TakeBackOptions): TakeBack {
  /** A later command about one of the same fields: sending the older one again would overwrite it. */
  function replacedBy(command: Command): Command | undefined {
    if (command.act.kind !== 'change') return undefined;
    const later = changedFields(command.act.changes).flatMap(
      (field) => journal.latestChange(command.incidentKey, field) ?? [],
    );
    const siblings = journal.changesOf(command.incidentKey);
    const place = siblings.findIndex(({ id }) => id === command.id);
    return later.find((other) => siblings.findIndex(({ id }) => id === other.id) > place);
  }

  /** Who has changed a field of it since, in words; null when nobody has. */
  function since(command: ChangeCommand, incident: Incident): string | null {
    const { before, changes } = command.act;
    const [field] = overtakenFields(incident, changes, before);
    if (field === undefined) return null;
    const whose = journal.latestChange(incident.key, field);
    const who =
      whose === undefined || whose.id === command.id ? 'Somebody else' : (whose.by.displayName ?? whose.by.name);
    return `${who} has changed the ${field} to “${fieldText(field, incident)}” since.`;
  }

  function judge(command: ChangeCommand, { through, ...more }: Back): Command | string {
    const incident = mirror.get(command.incidentKey);
    if (incident === undefined) return `Incident ${command.incidentKey} is no longer listed.`;
    const faces = mirror.faces(incident.key);
    if (through !== null && !faces?.[through]) return `${incident.key} is not in ${systemWords[through]}.`;
    const { before, changes } = command.act;
    const reason = objection(incident, before) ?? since(command, incident);
    if (reason !== null) return reason;
    const back: IncidentChanges =
      before.tags === undefined || changes.tags === undefined
        ? before
        : { ...before, tags: editTags(incident.tags, changes.tags, before.tags) };
    return newCommand({
      ...more,
      incidentKey: incident.key,
      act: { kind: 'change', changes: back, before: currentValues(incident, back) },
      at: now(),
      owner: through ?? ownerOf(faces),
      reason: command.reason === null ? null : `Takes back: ${command.reason}`,
      undoes: command.id,
    });
  }

  function undoing(command: Command | undefined, id: string, more: Omit<Back, 'id'>): Draft {
    const newId = randomUUID();
    return () => {
      const key = command?.incidentKey ?? '';
      const refused = (reason: string): ActOutcome => ({ outcome: 'refused', commandId: id, key, reason });
      if (command === undefined) return refused('The console knows no such act.');
      const { kind } = command.act;
      if (kind !== 'change' && kind !== 'task') return refused(cannotBeTakenBack[kind]);
      const undone = journal.undoing(id);
      if (undone !== undefined) return acts.stored(undone);
      if ((journal.get(id) ?? command).state === 'refused')
        return refused('It was refused, so there is nothing to take back.');
      if (isTask(command)) return taskBack(command, { ...more, id: newId, at: now() });
      const judged = isChange(command) ? judge(command, { ...more, id: newId }) : cannotBeTakenBack.change;
      return typeof judged === 'string' ? refused(judged) : judged;
    };
  }

  return {
    async undo(commandIds, by, through = null) {
      const known = new Map((await journal.find(commandIds)).map((command) => [command.id, command]));
      const more = { by, through, batchId: commandIds.length > 1 ? randomUUID() : null };
      return { outcomes: await acts.take(commandIds.map((id) => undoing(known.get(id), id, more))) };
    },
    async retry(commandIds, by) {
      const again = commandIds.flatMap((id) => {
        const command = journal.get(id);
        return command?.state === 'refused' && replacedBy(command) === undefined ? [command] : [];
      });
      const asker = by.displayName ?? by.name;
      await journal.update(
        again.map((command) => ({
          command: { ...command, state: 'queued', settledAt: null, failure: null },
          note: `asked for again by ${asker}`,
        })),
      );
      const keys = [...new Set(again.map((command) => command.incidentKey))];
      show(keys);
      for (const key of keys) sender.pump(key);
      return {
        outcomes: commandIds.map((id): ActOutcome => {
          const command = journal.get(id);
          const later = command?.state === 'refused' ? replacedBy(command) : undefined;
          if (command !== undefined && later === undefined) return acts.stored(command);
          if (command !== undefined && later !== undefined) {
            const reason = `${later.by.displayName ?? later.by.name} has asked for something else since.`;
            return { outcome: 'refused', commandId: id, key: command.incidentKey, reason };
          }
          return { outcome: 'refused', commandId: id, key: '', reason: 'The console knows no such act.' };
        }),
      };
    },
    commands: (ids) => journal.find(ids),
  };
}
